/* The last script of the page: what the one before it draws, the world, stands between the two. */
import { drawWorld } from './complete.js'

drawWorld()

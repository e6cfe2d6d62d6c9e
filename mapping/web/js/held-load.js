/**
 * Hold the page's load event back until what is returned is removed: a browser that is asked for a picture of a page
 * takes it then. It waits for a frame that is being written; in a sandbox none can be. One that lets a page
 * say when it may be drawn takes no picture before that frame and those that are due, and has no need of it.
 */
export function holdLoad() {
  const frame = document.createElement('iframe')
  if (!document.createElement('link').blocking) {
    document.head.append(frame)
    frame.contentDocument?.open()
  }
  return frame
}

/** What a frame with the map may do; never `allow-same-origin`. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads'

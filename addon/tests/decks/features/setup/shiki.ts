// On a busy machine Shiki gives up a line's colours after half a second: then two builds differ.
export default () => ({ tokenizeTimeLimit: 0 })

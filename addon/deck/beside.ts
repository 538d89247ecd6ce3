/** Files that lie beside the built deck on its server: the export names them in the deck's page, the reading page links to them. */

/** The meta tag's name; its content is the files' names, by blanks. */
export const BESIDE = 'deck-files'

/**
 * A page on the web may bind its own name to 127.0.0.1 and then read what is
 * served there as if it were its own ("DNS rebinding"): only the `Host` tells.
 */
const HERE = ['localhost', '127.0.0.1', '[::1]']

/**
 * @param host the request's `Host` header, with or without a port
 * @param names what else the server may be called by
 * @returns whether the request asks for this server by a name of its own
 */
export function isOwnName(host: string | undefined, names: readonly string[] = []): boolean {
  const name = host?.replace(/:\d*$/, '').toLowerCase() ?? ''
  return [...HERE, ...names].includes(name)
}

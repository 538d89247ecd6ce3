/**
 * @param seconds how long to wait
 * @param work what may never end
 * @param otherwise what to say then
 * @returns what the work gives
 * @throws what the work throws, or `otherwise` when it takes longer
 */
export async function within<T>(seconds: number, work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(otherwise)), seconds * 1000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

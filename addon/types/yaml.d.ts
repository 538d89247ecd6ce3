/** See vite/yaml.ts. */
declare module '*.yaml' {
  const data: unknown
  export default data
}

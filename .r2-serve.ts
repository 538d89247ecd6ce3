import { serve } from '/work/wt/reading2/addon/run/serve'
const s = await serve('/work/wt/reading2/dist', { port: 4610 }); console.log(s.url)

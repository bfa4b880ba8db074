import { selfTestWriter } from '../../electron/host/self-test.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'

/* What a self-test kills, run by Node. */

const folder = process.argv.at(-1)?.replace(/^--[\w-]+=/, '') ?? ''
await selfTestWriter(folder, { excel: DRAW_HERE, appVersion: '0' })

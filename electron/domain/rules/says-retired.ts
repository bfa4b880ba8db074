import type { PlainDate } from '../model/plain-date.ts'
import { saysHappened } from './says-happened.ts'

const RETIRED = /离退休|退休|离休|退职/

/** True when a post title or remark says that its holder has already retired. */
export function saysRetired(text: string | null, asOf: PlainDate): boolean {
  return saysHappened(text, RETIRED, asOf)
}

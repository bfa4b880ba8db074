import type { Output } from '../../electron/contract/operations.ts'
import { formatInstant } from './format.ts'

type Clock = NonNullable<Output<'book.status'>['clock']>

/** What is the matter with the computer's date, and what to do. */
export function clockSentence({ kind, last }: Clock, today: string): string {
  const said = `电脑现在的日期是 ${today}，台账最后一条登记于 ${formatInstant(last)}`
  return kind === 'behind'
    ? `${said}：电脑的日期比它还早。今天的数字按电脑的日期算，请先在系统里核对日期和时间，再登记。`
    : `${said}：中间隔了一年多。请在系统里核对日期和时间；日期没有错的，照常登记，登记一条以后不再提醒。`
}

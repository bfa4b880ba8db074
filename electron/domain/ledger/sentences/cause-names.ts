/* 进入方式 ZB77 and 退出原因 ZB78: the codes an event may bring and their words. */

export { causeCode, ENTRY_CAUSE_NAMES, EXIT_CAUSE_NAMES } from '../../../vocabulary/causes.ts'

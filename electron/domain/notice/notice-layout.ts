export { NOTICE_LAYOUTS, type NoticeLayout } from '../../vocabulary/notices.ts'

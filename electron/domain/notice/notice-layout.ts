/**
 * The sheets that are really posted: `tree` by office, `table` by person with the unit beside, `nine` the nine columns of the 2006
 * 编制政务公开 form, `units` the 机构编制实名制信息公示表 with duties, `short` name, post and category.
 */
export const NOTICE_LAYOUTS = ['tree', 'table', 'nine', 'units', 'short'] as const
export type NoticeLayout = (typeof NOTICE_LAYOUTS)[number]

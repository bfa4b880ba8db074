import type { FactTable } from './book-database.ts'

/* What a clerk calls the tables and columns: findings about damage name them, never their content. */

export const TABLE_TITLES: Readonly<Record<FactTable, string>> = {
  book: '编制本',
  setting: '设置',
  basis_document: '依据文件',
  unit: '机构',
  unit_version: '机构沿革',
  nameplate: '加挂牌子',
  quota: '核定编制',
  leadership_quota: '领导职数',
  post: '岗位',
  post_version: '岗位沿革',
  person: '人员',
  person_version: '人员变动信息',
  holding: '任职',
  entry_approval: '用编核准',
  over_quota_choice: '超编人员指定',
  notice: '公示',
  objection: '公示异议',
  notice_photo: '公示照片',
  notice_closing: '公示办结',
  notice_archive: '公示归档',
  notice_exception: '公开内容例外',
  notice_sheet: '公示纸样',
  notice_draft: '公示拟稿',
  ledger_event: '变动事项',
  absence: '离岗情况',
  rank_quota: '职级职数',
  tolerance: '允许溢出',
  off_quota_control: '编外控制数',
  run_off_plan: '逐步消化计划',
  attachment: '扫描件',
  record: '资料',
  template_mapping: '上级表填法',
  finding_mark: '问题说明',
  duty_mark: '职责办结',
  rule_pack: '本地规则包',
  holiday_calendar: '放假安排',
  roster_layout: '花名册版式',
}

const COLUMN_TITLES: Readonly<Record<string, string>> = {
  name: '名称（姓名）', pack_id: '规则包', pack_from: '规则包起始日', value: '值', recorded_at: '登记时间', number: '文号（编号）', title: '标题（职务）', issuing_body: '发文机关', issued_on: '发文日期',
  unit_id: '机构', parent_id: '上级机构', kind: '类别', managing_body: '主管单位', sort_order: '排序', document_id: '依据文件', valid_from: '起始日', valid_to: '终止日', category: '编制类型', role: '核定方式',
  amount: '数额', chief_amount: '正职数', deputy_amount: '副职数', post_id: '岗位', leadership: '领导职务', state: '状态', sex: '性别', id_number: '身份证号', disputed_id_number: '争议身份证号', birth: '出生年月',
  ethnicity: '民族', work_started: '参加工作时间', quota_card_number: '编制卡号', retirement_category: '退休类别', person_id: '人员', political_status: '政治面貌', education: '学历', professional_title: '职称', rank: '职级',
  off_quota_kind: '编外类别', occupies_quota: '占编', occupies_leadership: '占职数', overlap_allowed: '允许交接重叠', entered_on: '入编时间', entry_route: '进入渠道', entry_document_number: '入编文号', counterpart: '对方单位',
  remark: '备注', expires_on: '有效期至', reason: '理由', layout: '版式', as_of: '截止日', posted_on: '张贴日', working_days: '工作日数', ends_on: '公示截止日', file_name: '文件名', content_sha256: '文件摘要', journal_head: '台账摘要',
  entry_cause: '进入方式代码', exit_cause: '退出原因代码', approval_id: '用编核准', occupied_rank: '占编职级', due_on: '到期日', type: '事项', effective_on: '生效日', other_unit_id: '对方机构', cause: '原因代码', document_number: '文号',
  checked_by: '初审人', checked_on: '初审日期', reviewed_by: '保密审查人', reviewed_on: '保密审查日期', listing_sha256: '名单摘要', checked_sheet: '初审时内容摘要', reviewed_sheet: '审查时内容摘要', notice_id: '公示', received_on: '收到日期', channel: '反映方式', raised_by: '反映人', answer: '答复',
  outcome: '办理结果', correcting_seq: '更正所在台账', closed_on: '办结日期', closed_by: '办结人', closing_id: '公示办结', archived_on: '归档日期', archived_by: '归档人', field: '例外栏目', decided_by: '决定人',
  content: '内容', proofs: '证明材料', note: '说明', is_correction: '更正', pool: '职级', percent: '比例', year: '年度', media_type: '文件类型', bytes: '大小', sha256: '文件摘要',
  rule: '规则', subject: '对象', marked_on: '说明日', until_on: '有效至', said_by: '说明人', duty: '职责', period: '所属期', done_on: '办结日',
  fingerprint: '表样', mapping: '填法',
  base_pack_id: '依据的规则包', notice: '放假通知', off: '放假日', worked: '调休上班日',
}

/** True for a table of facts. */
export function isFactTable(table: string): table is FactTable {
  return Object.hasOwn(TABLE_TITLES, table)
}

/** The Chinese name of a column, or the column itself for one that has none. */
export function columnTitle(column: string): string {
  return COLUMN_TITLES[column] ?? column
}

/** How a row is named in a finding. Ids are random; anything else there was put in by hand and is not repeated. */
export function rowName(table: FactTable, rowId: string): string {
  return `“${TABLE_TITLES[table]}”一行（编号 ${/^[\w-]{1,64}$/.test(rowId) ? rowId : '异常'}）`
}

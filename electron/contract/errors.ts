/**
 * Every failure a user can meet: one code, one Chinese sentence that says what, where and what to do.
 * `{name}` is filled from the failure's details. An unknown failure becomes `internal` with a log id, never a stack.
 */
export const ERROR_TEXTS = {
  // the call
  unknown_operation: '没有这项操作：{operation}。',
  invalid_input: '填写有误：{field} {problem}。',
  unauthorized: '页面已失效，请从程序给出的地址重新打开。',
  internal: '程序内部出错，数据未改动。请重试；仍出错时把编号 {logId} 告诉维护人员。',
  cancelled: '已停止，数据未改动。',
  // the book
  no_book: '还没有打开编制本。请先新建或打开一本。',
  book_exists: '{path} 已经存在，没有覆盖。请换一个名字，或直接打开它。',
  book_not_found: '找不到 {path}。请检查路径，或从备份恢复。',
  not_our_file: '{path} 不是定编的编制本，没有改动它。请选择扩展名为 .dingbian 的文件。',
  empty_file: '{path} 是空文件，没有改动它。请从最近的备份恢复。',
  from_future: '{path} 由更新版本的定编写成（格式 {found}，本程序支持到 {supported}）。请升级程序后再打开，文件没有改动。',
  damaged: '{path} 已损坏（{problem}）。原文件原样保留，请从最近的备份恢复：{backups}。',
  wrong_password: '密码不对，或这本编制本没有设密码。请重新输入。',
  password_required: '这本编制本有密码。请输入密码（命令行用环境变量 DINGBIAN_PASSWORD）。',
  password_weak: '密码太短：至少 8 个字。',
  busy: '{path} 正被另一个定编窗口或程序使用。请先关掉它再试。',
  read_only: '{path} 只读，不能保存。请检查文件属性，或把它复制到可写的文件夹。',
  disk_full: '磁盘已满，刚才的操作没有保存，数据未改动。请清理磁盘后重试。',
  network_path: '{path} 在网络共享上，断网会损坏数据。请复制到本机磁盘再打开。',
  unknown_pack: '没有名为 {pack} 的规则包。可用：{available}。',
  pack_not_found: '没有这个规则包。可能已被删除，请刷新。',
  pack_in_use: '规则包“{title}”正在使用，不能删除。请先换用别的规则包。',
  pack_is_shipped: '“{title}”是随程序的规则包，不能改动。请另存为本地规则包再改。',
  pack_file_bad: '{file} 不能用作规则包：{problem}。编制本没有改动。',
  // files from outside
  file_not_found: '找不到文件 {path}。请检查路径。',
  file_too_large: '{file} 有 {size}，超过 {limit}。请删去无关的工作表或图片后另存再导入。',
  file_unsupported: '{file} 不是能识别的表格（支持 .xlsx、.xls、.csv）。请用 WPS 或 Excel 另存为 .xlsx 再导入。',
  file_encrypted: '{file} 设了打开密码。请在 WPS 里去掉密码另存后再导入。',
  file_macro: '{file} 带有宏。请另存为不带宏的 .xlsx 再导入。',
  file_damaged: '{file} 已损坏或不完整（{problem}）。请用 WPS 打开后另存为 .xlsx 再导入。',
  file_suspicious: '{file} 的内容可疑（{problem}），没有读取。请用 WPS 打开后另存为 .xlsx 再导入。',
  file_timeout: '{file} 读了 {seconds} 秒还没读完，已停止。请删去无关内容后另存再导入。',
  file_expired: '上传的文件已清除，请重新选择文件。',
  no_roster_found: '在 {file} 里没有找到花名册或编制表：没有同时含“姓名”和“机构”的表头。请指定表头所在的行和各列。',
  plan_changed: '预览之后编制本有了变动，请重新预览再确认。',
  nothing_to_import: '{file} 里没有可以导入的行。',
  import_refused: '{count} 行有问题，未导入任何一行。请改正后再导入，或勾选“只导入没有问题的行”。',
  // people, units, quotas
  unit_not_found: '没有这个机构。可能已被改名或撤销，请刷新。',
  unit_name_taken: '已有名为“{name}”的机构。',
  person_not_found: '没有这个人。请刷新后再试。',
  id_number_taken: '身份证号已登记在{name}名下。请先核对两人的原件，再用“争议处理”。',
  id_number_invalid: '身份证号不对：{problem}。请核对原件。',
  not_disputed: '这两人之间没有身份证号争议。',
  not_over_quota: '{unit}的{category}没有超编，不用指定。',
  choice_count: '{unit}的{category}超编 {over} 人，请恰好指定 {over} 人（现为 {count} 人）。',
  reason_required: '请写明理由，理由会记入台账。',
  document_required: '请写明文号。',
  date_invalid: '日期 {value} 不对，请写成 2026-11-22。',
  overlap: '与已有记录在时间上重叠：{what}。数据未改动。',
  rule_violation: '数据库拒绝了这次改动：{what}。数据未改动。',
  // events
  name_unknown: '没有名为“{name}”的{what}。请核对名称。',
  name_ambiguous: '“{name}”有 {count} 个：{choices}。请改用身份证号或编号指明是哪一个。',
  event_needs: '还缺：{needs}。补上后再登记。',
  event_blocked: '按规则不能登记：{why}',
  event_impossible: '不能登记：{why}。',
  not_in_post: '{day} 这天{name}不在岗，没有可变动的任职。',
  already_in_post: '{name}已在{unit}占用编制，一人不能占两个编制。请先办理出编或内部调整。',
  not_enough_quota: '{unit}的{category}只有 {quota} 名，减不了 {by} 名。',
  unit_has_people: '{unit}还有 {count} 人在编，不能撤销。请先转移或出编。',
  approval_not_found: '没有编号为“{number}”的用编核准，或已过期、已用完。',
  undo_blocked: '不能撤销第 {seq} 条：之后的 {later} 又动过同样的内容。请先撤销它们。',
  redo_blocked: '不能重做第 {seq} 条：撤销之后的 {later} 又动过同样的内容。请先撤销它们。',
  nothing_to_undo: '没有可以撤销的登记。',
  nothing_to_redo: '没有可以重做的登记。',
  undo_frozen: '第 {seq} 条不能撤销：{why}。',
  attachment_not_found: '没有这份扫描件。',
  // findings
  finding_gone: '这个问题现在没有了，可能刚刚消除。请刷新后再看。',
  finding_not_explained: '这个问题（{rule}）没有生效的说明，不用重新打开。',
  record_not_found: '没有这条资料。可能已删去，请刷新。',
  no_list_found: '在 {file} 里没有认出名册：没有“姓名”或“身份证号”一列。请核对表头。',
  difference_gone: '这处差异已经没有了，可能刚改过。请重新比对。',
  no_records_found: '在 {file} 里没有认出哪种资料的表头。表头请用表格模板里的列名，人员资料要有“姓名”或“身份证号”。',
  // duties
  duty_gone: '没有这件事，可能已经了结。请刷新后再看。',
  duty_done: '{title}已办结，不用再记。',
  // notices
  holiday_calendar_missing: '没有 {year} 年的放假安排，算不出截止日。国务院办公厅通知发布后，在“核查”的“规则包”里导入那一年的放假安排（命令行 holidays import），或缩短期限。',
  holiday_file_bad: '{file} 不能用作放假安排：{problem}。编制本没有改动。',
  notice_empty: '在编名单是空的，没有可公示的人。',
  notice_leak: '成品文件第 {sheet} 表 {cell} 出现了 {digits} 位数字串，可能是身份证号或手机号，已停止放行。',
  notice_sign_off: '{what}的日期 {day} 不对：{why}。先审查、后公开，请核对日期。',
  notice_sign_off_incomplete: '写了{what}的日期，还要写是谁。请补上姓名，或去掉日期。',
  notice_exception_layout: '“{layout}”没有逐人的栏，加不了{fields}。请改用人员信息表、九栏表或简明名单。',
  notice_exception_reason: '要公开{field}，请写明理由和决定人：理由会记入台账和公开内容例外记录。',
  notice_step_refused: '{number}现在不能{what}：{why}。',
  objection_not_found: '没有这件异议。可能已被撤销，请刷新。',
  objection_step_refused: '这件异议现在不能{what}：{why}。',
  notice_photo_not_found: '没有这张照片。',
  notice_not_found: '没有这份公示。',
  notice_phone_mobile: '监督电话 {phone} 是 11 位手机号，不宜张贴。请填办公座机，如 0794-1234567。',
  // a superior's form
  template_unsupported: '{file} 不是能填的表格。上级表请用 .xlsx 或 .xls。',
  template_no_header: '在 {file} 里没有找到表头：没有哪一行同时有“姓名”和别的人员项目，或“机构名称”和编制数。请指定表头所在的行，或核对是不是空白表。',
  template_no_name: '{file} 的表头（第 {row} 行）里没有“姓名”或“机构名称”这一列，不知道每一行填谁。请指定表头所在的行，或把那一列认作姓名、机构名称。',
  template_whose_card: '这是一人一张的表，请先选定填谁（命令行用 --person 写姓名）。',
  template_rows: '空白行不够，又不能安全地往表里加行：{why}。请在 WPS 里先把空白行加够再拖进来。',
  template_changed: '这张表的样子和选定填法时不一样了，请重新核对各列。',
  form_unknown: '没有名为“{form}”的报表。可用：{available}。',
  roster_layout_unknown: '没有名为“{name}”的花名册版式。可用：{available}。',
  roster_field_unknown: '花名册里没有“{field}”这个栏目。请在栏目里重新选。',
  // backup
  backup_failed: '备份没有成功（{problem}），原数据未改动。',
  backup_not_valid: '{file} 不能用来恢复：{problem}。',
  directory_not_found: '找不到文件夹 {path}，或没有写入权限。',
} as const

export type ErrorCode = keyof typeof ERROR_TEXTS
export type ErrorDetails = Readonly<Record<string, string | number>>

/** A refusal with a code from the table; `details` fill the sentence. */
export class OperationError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.name = 'OperationError'
    this.code = code
    this.details = details
  }
}

/** True for a code of the table. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_TEXTS, code)
}

/** The sentence for a code, its places filled from the details. */
export function errorText(code: ErrorCode, details: ErrorDetails = {}): string {
  return ERROR_TEXTS[code].replaceAll(/\{(\w+)\}/g, (_, key: string) => (Object.hasOwn(details, key) ? String(details[key]) : '—'))
}

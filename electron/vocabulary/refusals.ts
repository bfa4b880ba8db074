/**
 * Every failure a user can meet: one code, one Chinese sentence that says what, where and what to do.
 * `{name}` is filled from the failure's details. An unknown failure becomes `internal` with a log id, never a stack.
 */
export const REFUSALS = {
  // the call
  unknown_operation: '没有这项操作：{operation}。',
  invalid_input: '填写有误：{field} {problem}。',
  unauthorized: '页面已失效，请从程序给出的地址重新打开。',
  internal: '程序内部出错，数据未改动。请重试；仍出错时把编号 {logId} 告诉维护人员。',
  cancelled: '已停止，数据未改动。',
  request_id_bad: '这次请求的编号不对，没有办理。请刷新页面再试。',
  request_unsaid: '这次请求没有说明是哪一次、从哪里看到的，没有办理。请刷新页面再试。',
  request_reused: '这次请求的编号已经用在另一件事上，没有办理。请刷新页面再试。',
  already_done: '这一次已经登记过了（台账第 {seq} 条），没有再记一遍。请刷新后查看。',
  changed_meanwhile: '您打开这里以后，同一处已有改动，您这一次没有保存：{what}。请看过现在的内容再决定。',
  no_backup_yet: '还没有已校验的备份。请先点“立即备份”，再做恢复演练。',
  other_book: '打开这里以后换过编制本，或恢复过备份，您这一次没有保存。请刷新页面，看过现在的内容再填。',
  // the book
  no_book: '还没有打开编制本。请先新建或打开一本。',
  book_exists: '{path} 已经存在，没有覆盖。请换一个名字，或直接打开它。',
  book_not_found: '找不到 {path}。请检查路径，或从备份恢复。',
  not_our_file: '{path} 不是定编的编制本，没有改动它。请选择扩展名为 .dingbian 的文件。',
  is_county_book: '{path} 是主管本（汇总各乡镇的），不是乡镇的编制本，没有改动它。请用“打开主管本”。',
  is_township_book: '{path} 是乡镇的编制本，不是主管本，没有改动它。请用“打开编制本”，或选主管本文件。',
  no_county: '还没有打开主管本。请先新建或打开一本。',
  empty_file: '{path} 是空文件，没有改动它。请从最近的备份恢复。',
  from_future:
    '{path} 由更新版本的定编写成（格式 {found}，本程序支持到 {supported}）。请升级程序后再打开，文件没有改动。',
  damaged: '{path} 已损坏（{problem}）。原文件原样保留，请从最近的备份恢复：{backups}。',
  wrong_password: '密码不对，或这本编制本没有设密码。请重新输入。',
  password_required: '这本编制本有密码。请输入密码。',
  password_weak: '这个密码不行：{why}。请换一个，几个不相干的词连起来就很好。',
  person_required: '这个密码有几个人在用，不知道您是谁。请写上姓名再试。',
  too_many_tries: '密码错了太多次，{minutes} 分钟后才能再试。重开程序、改时间都不会提前；忘了密码请用恢复单。',
  recovery_code_wrong: '恢复单上的号码不对，或不是这一本的。请逐组核对，横线和大小写不用管。',
  locked: '编制本已锁定。请输入密码再继续，填到一半的内容还在。',
  right_missing: '“{operation}”要由{roles}来做，您现在是{mine}。请找有这个角色的人，或请管理改您的角色。',
  password_again: '这件事要再输一次您自己的密码：号码会整个露出来，或做了收不回。',
  member_unknown: '没有这个用户，可能刚改过。请刷新。',
  member_name_taken: '已经有名叫“{name}”的用户。重名的请加上科室或序号。',
  member_last_manager: '至少要留一个管理，不然没有人能恢复备份、增减用户。',
  already_protected: '这本编制本已经分人设了密码。',
  not_protected: '这本编制本没有分人设密码。',
  own_draft: '这份拟稿是您自己写的，不能由您审。请另一位审核来签。',
  busy: '{path} 正被另一个定编窗口或程序使用。请先关掉它再试。',
  file_changed_under:
    '{path} 已被移走、换掉或删除（也可能拔了 U 盘），刚才的没有存进去。程序里的内容还在：请在“备份与安全”里另存一份备份到别处，再重新打开。',
  read_only: '{path} 只读，不能保存。请检查文件属性，或把它复制到可写的文件夹。',
  disk_full: '磁盘已满，刚才的操作没有保存，数据未改动。请清理磁盘后重试。',
  path_unusable: '{path} 这个文件名或路径不能用：太长，或有系统不收的字。请换一个短些、普通些的名字。',
  network_path: '{path} 在网络共享上，断网会损坏数据。请复制到本机磁盘再打开。',
  unknown_pack: '没有名为 {pack} 的规则包。可用：{available}。',
  pack_not_found: '没有这个规则包。可能已被删除，请刷新。',
  pack_in_use: '规则包“{title}”正在使用，不能删除。请先换用别的规则包。',
  pack_is_shipped: '“{title}”是随程序的规则包，不能改动。请另存为本地规则包再改。',
  pack_file_bad: '{file} 不能用作规则包：{problem}。编制本没有改动。',
  // files from outside
  file_not_found: '找不到文件 {path}。请检查路径。',
  file_too_large: '{file} 有 {size}，超过 {limit}。请删去无关的工作表或图片后另存再导入。',
  file_unsupported:
    '{file} 不是能识别的表格（支持 .xlsx、.xls、.et、.ods、.csv 和网页导出的表格）。请用 WPS 或 Excel 另存为 .xlsx 再导入。',
  file_pdf: '{file} 是 PDF，里面的表格读不出来。请找到它的电子表格原件（.xlsx 或 .xls）再导入。',
  file_picture: '{file} 是图片，里面的字读不出来。请找到电子表格原件再导入，或照着图片填空白导入表。',
  file_document: '{file} 是文字文档。请打开后复制其中的表格，粘贴到 WPS 表格里另存为 .xlsx 再导入。',
  file_encrypted: '{file} 设了打开密码。请在 WPS 里去掉密码另存后再导入。',
  file_macro: '{file} 带有宏，不能作为空表填写。请另存为不带宏的 .xlsx 再选。',
  file_damaged: '{file} 已损坏或不完整（{problem}）。请用 WPS 打开后另存为 .xlsx 再导入。',
  file_suspicious: '{file} 的内容可疑（{problem}），没有读取。请用 WPS 打开后另存为 .xlsx 再导入。',
  file_timeout: '{file} 读了 {seconds} 秒还没读完，已停止。请删去无关内容后另存再导入。',
  drawing_stopped: '文件没有生成：{problem}，已停止，数据未改动。请缩小范围（如分机构、分名单）再试。',
  file_expired: '上传的文件已清除，请重新选择文件。',
  no_roster_found: '在 {file} 里没有找到花名册或编制表：没有同时含“姓名”和“机构”的表头。请指定表头所在的行和各列。',
  plan_changed: '预览之后编制本有了变动，请重新预览再确认。',
  pack_changed: '做这个包的时候编制本又有了登记，几张表不是同一时刻的。请重做一次。',
  folder_not_empty: '{path} 里已有别的文件，没有写进去。请换一个空文件夹或新文件夹。',
  nothing_to_import: '{file} 里没有可以导入的行。',
  import_questions: '有 {count} 个问题要先回答，未导入任何一行。',
  import_refused: '{count} 行有问题，未导入任何一行。请改正后再导入，或勾选“只导入没有问题的行”。',
  // people, units, quotas
  unit_not_found: '没有这个机构。可能已被改名或撤销，请刷新。',
  erase_still_here: '{name}还在册，个人信息还要用，不能清除。离开以后先登记离开，再清除。',
  erased_already: '{name}的个人信息已经清除过，没有再要清除的。',
  erase_name_differs: '输入的姓名与“{name}”不同。请核对是不是这个人。',
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
  title_held:
    '{unit}的{title}现由{holders}担任，一个职务只能由一人担任。接替的，选“接替”（{holders}同日免去此职）；交接的，选“交接”并填交接结束日。',
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
  // 任免审批表
  lrmx_unsafe:
    '{file} 里有{problem}，正常的任免审批表没有，没有读取。请向给文件的人要原件，或用任免审批表编辑器打开核对后另存。',
  lrmx_damaged: '{file} 不完整或已损坏：{problem}。请用任免审批表编辑器打开后另存，或重新要一份。',
  lrmx_foreign: '{file} 不是任免审批表（.lrmx、.lrm）：{problem}。',
  lrmx_too_large: '{file} 有 {size}，超过 {limit}。请把照片缩小（约 300×400）后另存再导入。',
  lrmx_archive: '{file} 是压缩包，没有读取。请先解压，再导入解压出来的文件夹。',
  lrmx_person_unknown:
    '{file} 是{name}的，编制本没有这个人。请先在“变动”里登记入编（或编外、借入），再导入；也请核对姓名和身份证号。',
  lrmx_person_ambiguous: '{file} 是{name}的，编制本同名的不止一人，是哪一位？{choices}。请在表里填上身份证号再导入。',
  lrmx_id_mismatch: '{file} 是{name}的，身份证号对不上：{problem}。请核对原件，改正后再导入。',
  lrmx_id_invalid: '{file} 是{name}的，身份证号不对：{problem}。请核对原件，改正后再导入。',
  lrmx_twice: '{file} 和 {other} 是同一个人（{name}）的，内容不一样，不知道以哪份为准。请只留一份再导入。',
  lrmx_no_form: '{name}没有旧版（.lrm）的任免审批表，请导出 .lrmx。',
  // reform
  reform_unknown: '没有名为“{name}”的改革方案。现有：{available}。',
  reform_title_taken: '已经有名为“{title}”的改革方案，请换一个名称。',
  reform_in_force: '改革方案“{title}”已自 {day} 起施行，不能再改。要重新起草，请先撤销施行的那一条。',
  reform_step_gone: '方案里没有这一步，可能已经去掉了。请刷新。',
  reform_step_refused: '{step}办不了：{why}没有加入方案。',
  reform_conflicts: '有 {count} 步按现在的编制本行不通：{list}请去掉或改写这几步，再继续。',
  reform_changed: '起草以后编制本有了变动，有 {count} 步说的已不是现在的情况。请先重新核对，看过再施行。',
  reform_moved_on: '您看过以后，改革方案“{title}”或编制本又有变动，还没有施行。请重新看一遍。',
  reform_empty: '改革方案“{title}”里还没有步骤，没有可施行的。',
  reform_no_document: '改革方案“{title}”还没有依据文件，不能施行。请写上批准它的文号。',
  reform_file_bad: '{file} 不能导入：{problem}。编制本没有改动。',
  // 上报数据包, 主管本, 回执
  package_foreign: '{file} 不是上报数据包：{problem}。请让乡镇在“上报”里重新做一份。',
  package_newer:
    '{file} 由更新版本的定编做成（格式 {found}，本程序认得到 {supported}），没有收下。请先升级本程序，再收这个文件。',
  package_tampered: '{file} 不完整或被改动过（{problem}），没有收下。请让{township}重新拷一份，或重新做一份。',
  package_totals: '{file} 的总数对不上（{problem}），没有收下。请让{township}核对以后重新上报。',
  package_ledger: '{township}报的{problem}，与编办台账不一致，没有收下。请先对账：补批文，或更正台账，再重新上报。',
  package_other_township: '{file} 是{township}的，{problem}，没有收下。请核对是不是拿错了文件。',
  package_base_missing:
    '{file} 只有变动部分，接在 {base} 那一次之后，而编制本没有收到那一次，没有收下。请让{township}报一份全量。',
  package_locked: '{file} 加了密，{problem}。请向乡镇核对口令，或请它按编制本的公钥重做一份。',
  package_key_bad: '“{key}”不是能用的公钥（以 age1 开头）。请从主管本的“编制本公钥”里复制。',
  package_passphrase_missing: '环境变量 {name} 里没有口令。请先设好再做。',
  package_passphrase_weak: '口令太短：至少 8 个字。',
  package_base_unknown: '找不到“{base}”这一次上报。可写台账编号，或给上一次的数据包、回执文件。',
  unit_package_bad: '{file} 不能用：{problem}。编制本没有改动。',
  unit_package_other:
    '{file} 是{township}{unit}的数据包，里面的人在本编制本里一个也对不上，没有合并。请核对是不是拿错了文件；新来的人请走导入。',
  package_file_differs: '写好的 {path} 读回来和原来不一样，可能是 U 盘坏了。请换一个地方再做一份。',
  township_unknown: '主管本里没有“{name}”。请核对乡镇名称或代码。',
  township_ambiguous: '“{name}”有 {count} 个：{choices}。请改写代码。',
  receipt_bad: '{file} 不能用作回执：{problem}。编制本没有改动。',
  receipt_other: '{file} 是给{township}的回执，不是编制本的（{name}），没有记入。请核对是不是拿错了文件。',
  receipt_taken: '这份回执（{number}）已经在 {seq} 记入过，没有再记。',
  receipt_event: '回执第 {place} 项（{title}）现在不能记入：{why}整份回执都没有记入。',
  competition_unknown: '没有编号为“{code}”的竞聘岗位。现有：{available}。',
  competition_not_ready: '竞聘岗位{code}“{post}”还不能办理任职：{why}。',
  reform_no_figures: '没有读到改革前后的数字：表里要有“改革前”和“改革后”两列，或直接填写。',
  // duties
  duty_gone: '没有这件事，可能已经了结。请刷新后再看。',
  duty_done: '{title}已办结，不用再记。',
  // change cards
  card_gone: '这项变动没有变动卡：已经撤销，或者不是一个人的变动。请从变动卡清单里选。',
  card_target_unknown: '没有这个报送系统，可能已经改了。请刷新后再勾。',
  // notices
  holiday_calendar_missing:
    '没有 {year} 年的放假安排，算不出截止日。{way}国务院办公厅通知发布后，在“核查”的“规则包”里导入那一年的放假安排就能算了。',
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
  file_not_writable:
    '写不了 {path}：请核对文件夹是否存在、有没有写入权限、磁盘是否已满，或文件是否正被别的程序打开。什么都没有改动。',
  notice_before_list:
    '张贴日 {from} 在名单截至日 {asOf} 之前：贴出去的会是那天还没有的情况。请把张贴日改到 {asOf} 或以后，或按 {from} 的名单拟稿。',
  notice_period_short:
    '公示 {days} 个工作日，少于规定的 {least} 个：{earliest}请改为 {least} 个工作日以上，或选长期公开。',
  notice_personal_number: '{place}里有{what}，不能贴出去。请删去；电话请写办公座机，如 0794-1234567。',
  notice_two_holders: '{text}登记交接、接替或改正职务以后再公示。',
  notice_same_signer: '初审和保密审查都是 {by}：两道审查不能是同一个人。请换一个人审查。',
  notice_sign_off_stale: '{what}是 {day} 办的，此后名单有变动，审的不是这一份。请重新{what}。',
  notice_needs_reason: '有 {count} 件事要先写明理由才能发布：{list}。改正之后再发，或逐件勾选、写明理由。',
  notice_phone_mobile: '监督电话 {phone} 是 11 位手机号，不宜张贴。请填办公座机，如 0794-1234567。',
  // a superior's form
  template_unsupported: '{file} 不是能填的表格。上级表请用 .xlsx、.xls 或带表格的 .docx。',
  template_no_header:
    '在 {file} 里没有找到表头：没有哪一行同时有“姓名”和别的人员项目，或“机构名称”和编制数。请指定表头所在的行，或核对是不是空白表。',
  template_no_name:
    '{file} 的表头（第 {row} 行）里没有“姓名”或“机构名称”这一列，不知道每一行填谁。请指定表头所在的行，或把那一列认作姓名、机构名称。',
  template_which_unit: '这是一个机构一张的表，请先选定填哪一个机构。',
  template_whose_card: '这是一人一张的表，请先选定填谁。',
  template_rows: '空白行不够，又不能安全地往表里加行：{why}。请在 WPS 里先把空白行加够再拖进来。',
  template_changed: '这张表的样子和选定填法时不一样了，请重新核对各列。',
  county_form_long: '《{title}》逐个机构列出，{count} 个乡镇太长。请先选一个地区（{most} 个乡镇以内）。',
  form_unknown: '没有名为“{form}”的报表。可用：{available}。',
  copy_unknown:
    '“{file}”不是用“用 WPS 打开”得到的副本，认不出哪一行是谁。请从名单里重新打开一份再改；别的名册请走导入或比对。',
  sheet_view_unknown: '没有名为“{name}”的视图。可用：{available}。',
  roster_layout_unknown: '没有名为“{name}”的花名册版式。可用：{available}。',
  own_field_title: '已经有“{other}”这个栏目，花名册里“{title}”就是它。请换一个名字，或直接用那一栏。',
  own_field_full: '自定栏目最多 {count} 个，都用上了（撤去的栏目里还有内容的也占一个）。请把几项合成一栏。',
  own_field_unknown: '没有这个自定栏目。可能已被撤去，请刷新。',
  own_field_kind: '“{title}”里已经填了文字，不能改成日期。请另设一个日期栏目。',
  code_word_unknown: '{list}里没有“{meant}”这一项。请从表里选。',
  roster_field_unknown: '花名册里没有“{field}”这个栏目。请在栏目里重新选。',
  // backup
  backup_failed: '备份没有成功（{problem}），原数据未改动。',
  backup_not_valid: '{file} 不能用来恢复：{problem}。',
  restore_target_name: '{path} 的名字不以 .dingbian 结尾，没有恢复到那里，原文件没有改动。请选编制本文件。',
  restore_target_kind: '{path} 是{what}，不是编制本文件，没有恢复到那里。请选编制本文件本身。',
  restore_target_unknown: '{path} 已损坏，又认不出原来是不是编制本，没有覆盖它。请先把它移开或改名，再恢复到这个名字。',
  restore_same_file: '要恢复的 {path} 就是选中的备份本身，没有改动。请选另一份备份。',
  restore_other_password:
    '用这个密码打不开 {path}：它设了另一个密码，或不是编制本，没有覆盖它。请输入它的密码；要放弃它，请先把它移开或改名。',
  restore_other_book:
    '{path} 现在是“{present}”的编制本，与备份“{backup}”不是同一本，没有覆盖它。确实要换成另一本，请再确认一次。',
  directory_not_found: '找不到文件夹 {path}，或没有写入权限。',
} as const

export type RefusalCode = keyof typeof REFUSALS
export type RefusalDetails = Readonly<Record<string, string | number>>

/** A refusal with a code from the table; `details` fill the sentence. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** True for a code of the table. */
export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code)
}

/** The sentence for a code, its places filled from the details. */
export function refusalText(code: RefusalCode, details: RefusalDetails = {}): string {
  return REFUSALS[code]
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => (Object.hasOwn(details, key) ? String(details[key]) : '—'))
    .replaceAll('。。', '。')
}

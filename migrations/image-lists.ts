/*
 * What the journal's images name by number (image-codec). Written books hold these numbers: lists are only appended to.
 */

/** The columns of each table beside `id`. A column that is not listed makes its image a text. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    book: 'name pack_from pack_id recorded_at',
    setting: 'recorded_at value',
    basis_document: 'issued_on issuing_body number recorded_at title',
    unit: 'recorded_at',
    unit_version: 'document_id kind managing_body name parent_id recorded_at sort_order unit_id valid_from valid_to',
    nameplate: 'document_id name recorded_at unit_id valid_from valid_to',
    quota: 'amount category document_id recorded_at role unit_id valid_from valid_to',
    leadership_quota: 'amount chief_amount deputy_amount document_id recorded_at unit_id valid_from valid_to',
    post: 'recorded_at',
    post_version: 'leadership post_id recorded_at state title unit_id valid_from valid_to',
    person:
      'birth disputed_id_number ethnicity id_number name quota_card_number recorded_at retirement_category sex work_started',
    person_version: 'education person_id political_status professional_title rank recorded_at valid_from valid_to',
    holding:
      'approval_id category counterpart due_on entered_on entry_cause entry_document_number entry_route exit_cause ' +
      'kind occupied_rank occupies_leadership occupies_quota off_quota_kind overlap_allowed ' +
      'person_id post_id post_since recorded_at remark valid_from valid_to',
    entry_approval: 'amount category expires_on number person_id recorded_at unit_id valid_from valid_to',
    over_quota_choice: 'category person_id reason recorded_at unit_id valid_from valid_to',
    ledger_event:
      'category cause document_number effective_on is_correction note other_unit_id person_id proofs recorded_at type unit_id',
    absence: 'document_number due_on kind person_id recorded_at valid_from valid_to',
    rank_quota: 'amount document_id pool recorded_at unit_id valid_from valid_to',
    tolerance: 'amount category document_id percent recorded_at unit_id valid_from valid_to',
    off_quota_control: 'amount document_id kind recorded_at valid_from valid_to',
    run_off_plan: 'amount document_number kind recorded_at year',
    attachment: 'bytes document_id file_name media_type recorded_at sha256',
    record: 'content document_number kind person_id recorded_at unit_id valid_from valid_to',
    notice:
      'as_of checked_by checked_on content_sha256 ends_on file_name journal_head ' +
      'layout listing_sha256 number posted_on recorded_at reviewed_by reviewed_on working_days',
    objection:
      'answer channel closed_by closed_on content correcting_seq notice_id outcome raised_by received_on recorded_at',
    notice_photo: 'bytes file_name media_type notice_id recorded_at sha256',
    notice_closing: 'closed_by closed_on note notice_id recorded_at',
    notice_archive: 'archived_by archived_on closing_id note notice_id recorded_at',
    notice_exception: 'decided_by field notice_id reason recorded_at',
    template_mapping: 'fingerprint mapping recorded_at title',
    finding_mark: 'document_number kind marked_on person_id reason recorded_at rule said_by subject unit_id until_on',
    duty_mark: 'done_on duty note period recorded_at',
    rule_pack: 'base_pack_id content recorded_at title',
    holiday_calendar: 'issued_on notice off recorded_at worked year',
    roster_layout: 'layout name recorded_at',
    notice_draft: 'checked_by checked_on checked_sheet content recorded_at reviewed_by reviewed_on reviewed_sheet',
    notice_sheet: 'bytes notice_id recorded_at sha256',
    person_document: 'basis bytes file_name media_type person_id purpose recorded_at sha256',
    retirement_arrangement: 'document_number kind month person_id recorded_at valid_from valid_to',
    import_answer: 'answers fingerprint recorded_at title',
    own_field: 'choices field kind masked recorded_at title',
    code_word: 'list meant recorded_at word',
    reform_plan: 'base_seq day document outcome recorded_at state title',
    reform_step: 'content place plan_id recorded_at said',
  }).map(([table, names]) => [table, names.split(' ')]),
)

/** Words that stand in most rows: one byte each. */
export const WORDS: readonly string[] = (
  'administrative politicalLegal discipline worker institutionCivilService institution institutionFull institutionPartial institutionSelf other ' +
  'substantive concurrent attached secondedIn secondedOut offQuota selfHired agency purchasedService publicWelfare temporary ' +
  'inUse planned frozen abolished allocation ceiling chief deputy township leadership armedForces office special ' +
  'personFile personGrade resume family training assessment award contract payStatus dutyMatter workplace evidence unitProfile ' +
  'move entry exit arrival appoint dismiss rank.promote quota.increase quota.decrease quota.transfer secondment.out secondment.in term.end [] ' +
  '男 女 汉族 回族 苗族 土家族 壮族 满族 藏族 维吾尔族 畲族 瑶族 彝族 侗族 布依族 蒙古族 群众 中共党员 中共预备党员 共青团员 ' +
  '研究生 大学本科 大学专科 大学 大专 本科 中等专科 中专 高中 初中 考试录用 公开招聘 调任 转任 军转安置 政策性安置 选调生 ' +
  '科员 办事员 主任 副主任 站长 副站长 工作人员 一级科员 二级科员 一级主任科员 二级主任科员 三级主任科员 四级主任科员'
).split(' ')

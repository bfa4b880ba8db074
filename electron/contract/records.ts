export {
  RECORD_KIND_NAMES,
  RECORD_TYPES,
  readChoice,
  recordHeaders,
  recordType,
  recordValueText,
  type RecordField,
  type RecordKindName,
  type RecordType,
  type RecordValue,
} from '../vocabulary/records.ts'

// Mistakes that the generated types must tell: a field that is not there, a value of another type, an operator that the type has not, a key left out.
import type { ByKeyQueryVariables, LongOperationFilterInput, PageQueryVariables, RowFragment } from './generated/dataset.js';

export const field = (row: RowFragment): string => row.name_thai;
export const type = (row: RowFragment): string => row.id;
export const operator: LongOperationFilterInput = { startsWith: 1 };
export const order: PageQueryVariables = { first: 1, order: [{ name_th: 'UPWARDS' }] };
export const missing: ByKeyQueryVariables = {};

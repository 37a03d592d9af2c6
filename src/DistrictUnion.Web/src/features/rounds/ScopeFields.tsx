import { Form, Select } from 'antd';
import type { RoundScope, SchoolOwnership, SchoolStage } from '../../api/schema';
import { SchoolSelect } from '../../shared/SchoolSelect';
import { useWords } from '../../shared/words';
import { useZones } from '../organisation/queries';

/** The fields of a scope in a form. */
export interface ScopeForm {
  stages?: SchoolStage[];
  ownership?: SchoolOwnership[];
  zones?: string[];
  include?: string[];
  exclude?: string[];
}

const orNull = <T,>(list?: T[]) => (list && list.length > 0 ? list : null);

/** The scope that a form says; an empty list restricts nothing. */
export const scopeOf = (form: ScopeForm): RoundScope => ({
  stages: orNull(form.stages), ownership: orNull(form.ownership), zones: orNull(form.zones), include: orNull(form.include), exclude: orNull(form.exclude),
});

/** A scope as a form begins with it. */
export const formOf = (scope: RoundScope): ScopeForm => ({
  stages: scope.stages ?? undefined, ownership: scope.ownership ?? undefined, zones: scope.zones ?? undefined, include: scope.include ?? undefined, exclude: scope.exclude ?? undefined,
});

/** Which schools take part: by stage, zone and ownership, and by name. */
export function ScopeFields() {
  const words = useWords();
  const zones = useZones();
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600, marginBottom: 8 }}>{words.rounds.scope}（{words.common.optional}）</legend>
      <div className="leaf-fields">
        <Form.Item name="stages" label={words.rounds.stages}><Select mode="multiple" allowClear options={Object.entries(words.stage).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="zones" label={words.rounds.zones}><Select mode="multiple" allowClear options={zones.data?.items.map((z) => ({ value: z.code, label: z.name }))} /></Form.Item>
        <Form.Item name="ownership" label={words.rounds.ownership}><Select mode="multiple" allowClear options={(['public', 'private'] as const).map((value) => ({ value, label: words.rounds[value] }))} /></Form.Item>
        <Form.Item name="include" label={words.rounds.include}><SchoolSelect /></Form.Item>
        <Form.Item name="exclude" label={words.rounds.exclude}><SchoolSelect /></Form.Item>
      </div>
    </fieldset>
  );
}

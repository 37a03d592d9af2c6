import { Form, InputNumber, Select, type FormInstance } from 'antd';
import type { CampaignView, EligibilityRule, ProgrammeDefinition } from '../../api/schema';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { PlacesFields } from '../titles/district/PlacesFields';
import { fromForm, toForm, type ProgrammeForm } from '../titles/district/programmeForm';

type Numbers = 'minimum' | 'percent' | 'years';
const numbers: Numbers[] = ['minimum', 'percent', 'years'];

/** The form of places with the numbers of conditions by their place in the programme. */
export interface PlacesForm extends ProgrammeForm {
  conditions: Partial<Record<Numbers, number | null>>[];
}

/** What the form begins with. */
export const placesFormOf = (definition: ProgrammeDefinition): Partial<PlacesForm> => ({
  ...toForm({ code: 'trial', definition }), conditions: definition.rules.map(({ minimum, percent, years }) => ({ minimum, percent, years })),
});

/** The programme as the form has it; everything else stays. */
export function programmeOf(definition: ProgrammeDefinition, form: PlacesForm): ProgrammeDefinition {
  const changed = (rule: EligibilityRule, i: number): EligibilityRule => ({
    ...rule, ...Object.fromEntries(numbers.filter((n) => rule[n] !== null && rule[n] !== undefined).map((n) => [n, form.conditions?.[i]?.[n] ?? null])),
  });
  return { ...definition, places: fromForm({ ...(toForm({ code: 'trial', definition }) as ProgrammeForm), ...form }, []).places, rules: definition.rules.map(changed) };
}

/** Places and conditions of a campaign of the round, to be tried otherwise. */
export function PlacesPart({ campaigns, campaign, form, onChoose }: { campaigns: CampaignView[]; campaign: CampaignView | undefined; form: FormInstance<PlacesForm>; onChoose: (code: string | undefined) => void }) {
  const words = useWords();
  const w = words.lab;
  const conditions = (campaign?.definition?.rules ?? []).flatMap((rule, i) => numbers.filter((n) => rule[n] !== null && rule[n] !== undefined).map((field) => ({ rule, i, field })));
  return (
    <Panel title={w.campaign}>
      {campaigns.length === 0 ? <p style={{ margin: 0 }}>{w.noCampaigns}</p> : (
        <>
          <p style={{ marginTop: 0 }}><small>{w.campaignHint}</small></p>
          <Select
            aria-label={w.campaign} value={campaign?.code ?? ''} style={{ width: '100%', maxWidth: 420, marginBottom: 16 }} onChange={(code) => onChoose(code || undefined)}
            options={[{ value: '', label: w.noCampaign }, ...campaigns.map((c) => ({ value: c.code, label: c.name }))]}
          />
          {campaign && (
            <Form form={form} layout="vertical" requiredMark={false}>
              <PlacesFields />
              {conditions.length > 0 && (
                <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
                  <legend style={{ fontWeight: 600 }}>{w.conditions}</legend>
                  <div className="leaf-fields" style={{ marginTop: 8 }}>
                    {conditions.map(({ rule, i, field }) => (
                      <Form.Item key={`${i}${field}`} name={['conditions', i, field]} label={`${rule.clause.text}（${w[field]}）`} rules={[{ required: true }]}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
                    ))}
                  </div>
                </fieldset>
              )}
            </Form>
          )}
        </>
      )}
    </Panel>
  );
}

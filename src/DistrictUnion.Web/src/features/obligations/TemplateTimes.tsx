import { DatePicker, Form, Select } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../../shared/words';

const reminderDays = [60, 45, 30, 21, 14, 10, 7, 5, 3, 2, 1, 0, -1, -2, -3, -7, -14];
const escalationDays = [1, 2, 3, 5, 7, 10, 14, 21, 30];

/** On which days people are reminded, when the next level hears of it, and from when to when all that holds. */
export function TemplateTimes() {
  const words = useWords();
  const text = words.obligationTemplates;
  return (
    <div className="leaf-fields">
      <Form.Item name="reminderDays" label={text.reminderDays} extra={text.reminderHint}>
        <Select mode="multiple" options={reminderDays.map((value) => ({ value, label: words.messages.preferences.day(value) }))} />
      </Form.Item>
      <Form.Item name="escalationDays" label={text.escalationDays} extra={text.escalationHint}>
        <Select mode="multiple" maxCount={2} options={escalationDays.map((value) => ({ value, label: text.daysLate(value) }))} />
      </Form.Item>
      <Day name="effectiveFrom" label={text.effectiveFrom} extra={text.effectiveHint} />
      <Day name="effectiveTo" label={text.effectiveTo} />
    </div>
  );
}

function Day({ name, label, extra }: { name: string; label: string; extra?: string }) {
  return (
    <Form.Item
      name={name} label={label} extra={extra}
      getValueProps={(value?: string | null) => ({ value: value ? dayjs(value) : null })}
      normalize={(value: dayjs.Dayjs | null) => value?.format('YYYY-MM-DD') ?? null}
    >
      <DatePicker style={{ width: '100%' }} />
    </Form.Item>
  );
}

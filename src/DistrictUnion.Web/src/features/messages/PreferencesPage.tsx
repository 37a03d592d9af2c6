import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input, Radio, Space, Tag, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { getTagged, write, type Tagged } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { MessageChannel, OwnAddressView, PreferenceView } from '../../api/schema';
import { Loaded, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { preferenceKey } from './queries';

type Kind = keyof PreferenceView['channels'];

interface Fields {
  channels: Record<Kind, MessageChannel[]>;
  quietFrom: Dayjs;
  quietTo: Dayjs;
  ownDays: boolean;
  reminderDays: number[];
  email?: string;
  phone?: string;
}

/** Days before the due day that one can choose from; −1 is the day after. */
const reminderDays = [14, 7, 3, 1, 0, -1];

const colours: Record<OwnAddressView['state'], string> = { unconfirmed: 'warning', confirmed: 'success', refused: 'error' };

/** How one wants to be told beside the inbox: addresses, channels by kind, quiet hours. */
export default function PreferencesPage() {
  const words = useWords();
  const own = useQuery({ queryKey: preferenceKey, queryFn: ({ signal }) => getTagged('GET /me/message-preferences', { signal }) });
  return (
    <Page title={words.messages.settings}>
      <Loaded of={[own]}>{() => <Preferences own={own.data!} />}</Loaded>
    </Page>
  );
}

function Preferences({ own }: { own: Tagged<PreferenceView> }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { body } = own;
  const keep = (next: Tagged<PreferenceView>) => queries.setQueryData(preferenceKey, next);
  const save = useMutation({
    mutationFn: (fields: Fields) => write('PUT /me/message-preferences', {
      body: { channels: fields.channels, quietFrom: fields.quietFrom.format('HH:mm'), quietTo: fields.quietTo.format('HH:mm'), reminderDays: fields.ownDays ? fields.reminderDays : undefined, email: fields.email || undefined, phone: fields.phone || undefined }, ifMatch: own.tag,
    }),
    onSuccess: (next) => {
      keep(next);
      message.success(words.messages.preferences.saved);
    },
    onError: (error) => (error instanceof Problem && Object.keys(error.fields).length > 0 ? form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]) : message.error(error.message)),
  });
  const has = (channel: MessageChannel) => body.available.includes(channel);
  return (
    <Form
      form={form} layout="vertical" style={{ maxWidth: 640 }} onFinish={(fields) => save.mutate(fields)}
      initialValues={{ channels: body.channels, quietFrom: dayjs(body.quietFrom, 'HH:mm'), quietTo: dayjs(body.quietTo, 'HH:mm'), ownDays: body.reminderDays != null, reminderDays: body.reminderDays ?? reminderDays, email: body.email?.value, phone: body.phone?.value }}
    >
      <p>{words.messages.preferences.always}</p>
      {body.available.length === 0 && <Alert type="info" showIcon title={words.messages.preferences.noChannels} style={{ marginBottom: 16 }} />}
      {body.available.length > 0 && (
        <>
          <Panel>
            {has('email') && <Form.Item name="email" label={words.messages.preferences.email} extra={words.messages.preferences.addressHint}><Input type="email" autoComplete="email" maxLength={254} /></Form.Item>}
            {body.email && <Proof address={body.email} path="email" onKnown={keep} />}
            {has('sms') && <Form.Item name="phone" label={words.messages.preferences.phone} extra={words.messages.preferences.addressHint}><Input type="tel" autoComplete="tel" maxLength={16} /></Form.Item>}
            {body.phone && <Proof address={body.phone} path="phone" onKnown={keep} />}
          </Panel>
          <Panel title={words.messages.preferences.ways}>
            {(Object.keys(body.channels) as Kind[]).map((kind) => (
              <Form.Item key={kind} name={['channels', kind]} label={words.messages.kind[kind]} extra={words.messages.kindHint[kind]}>
                <Checkbox.Group options={body.available.map((c) => ({ value: c, label: words.messages.channel[c] }))} />
              </Form.Item>
            ))}
          </Panel>
        </>
      )}
      <Panel title={words.messages.preferences.reminders}>
        <p>{words.messages.preferences.remindersHint}</p>
        <Form.Item name="ownDays">
          <Radio.Group options={[{ value: false, label: words.messages.preferences.usualDays }, { value: true, label: words.messages.preferences.ownDays }]} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(a: Fields, b: Fields) => a.ownDays !== b.ownDays}>
          {() => form.getFieldValue('ownDays') && (
            <Form.Item name="reminderDays" label={words.messages.preferences.days}>
              <Checkbox.Group options={[...new Set([...reminderDays, ...(body.reminderDays ?? [])])].map((d) => ({ value: d, label: words.messages.preferences.day(d) }))} />
            </Form.Item>
          )}
        </Form.Item>
      </Panel>
      <Panel title={words.messages.preferences.quiet}>
        <p>{words.messages.preferences.quietHint}</p>
        <Space wrap>
          <Form.Item name="quietFrom" label={words.messages.preferences.from}><TimePicker format="HH:mm" minuteStep={15} allowClear={false} /></Form.Item>
          <Form.Item name="quietTo" label={words.messages.preferences.to}><TimePicker format="HH:mm" minuteStep={15} allowClear={false} /></Form.Item>
        </Space>
      </Panel>
      <Button type="primary" htmlType="submit" loading={save.isPending}>{words.common.save}</Button>
    </Form>
  );
}

/** Whether an address works, and how to prove it by the code that is sent to it. */
function Proof({ address, path, onKnown }: { address: OwnAddressView; path: 'email' | 'phone'; onKnown: (next: Tagged<PreferenceView>) => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const send = useMutation({
    mutationFn: () => write(path === 'email' ? 'POST /me/message-preferences/email/code' : 'POST /me/message-preferences/phone/code', {}),
    onSuccess: (next) => {
      onKnown(next);
      message.success(words.messages.preferences.codeSent);
    },
    onError: (e) => message.error(e.message),
  });
  const confirm = useMutation({
    mutationFn: () => write(path === 'email' ? 'POST /me/message-preferences/email/confirm' : 'POST /me/message-preferences/phone/confirm', { body: { code } }),
    onSuccess: (next) => {
      onKnown(next);
      message.success(words.messages.preferences.confirmed);
    },
    onError: (e) => setWrong((e instanceof Problem && e.fields.code?.[0]) || e.message),
  });
  const state = <Tag color={colours[address.state]}>{words.messages.preferences.state[address.state]}</Tag>;
  if (address.state === 'confirmed') return <p>{address.value} {state}</p>;
  return (
    <Form.Item label={<>{address.value}&nbsp;{state}</>} validateStatus={wrong ? 'error' : undefined} help={wrong}>
      <Space wrap>
        <Button onClick={() => send.mutate()} loading={send.isPending}>{words.messages.preferences.sendCode}</Button>
        <Input aria-label={words.messages.preferences.code} placeholder={words.messages.preferences.code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} style={{ width: 120 }} />
        <Button disabled={code.length < 6} onClick={() => confirm.mutate()} loading={confirm.isPending}>{words.messages.preferences.confirm}</Button>
      </Space>
    </Form.Item>
  );
}

import { CheckCircleFilled, ExclamationCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, DatePicker, Form, Image, Input, Modal, Select, Space, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { serverNow, uploadForm, write } from '../../api/client';
import { formErrors, Problem } from '../../api/problem';
import type { DisclosureCategory, DisclosureView } from '../../api/schema';
import { Fresh } from '../../shared/Fresh';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { categories, proofAddress, semesterDays, semesterOf, useDisclosures, useStep } from './queries';

/** What was made public in a semester, category by category: what is missing is seen at once. */
export default function DisclosuresPage() {
  const words = useWords();
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<DisclosureView | DisclosureCategory>();
  const [current, half] = semesterOf(dayjs(serverNow()).format('YYYY-MM-DD'));
  const year = Number(search.get('year') ?? current);
  const semester = Number(search.get('semester') ?? half);
  const school = search.get('school') ?? undefined;
  const [from, to] = semesterDays(year, semester);
  const found = useDisclosures(from, to, school);
  const writes = may.writeCongresses(role);
  const items = (found.data?.items ?? []);
  const done = categories.filter((c) => items.some((d) => d.category === c && d.counts)).length;
  const go = (y: number, s: number) => setSearch({ year: String(y), semester: String(s), ...(school ? { school } : {}) }, { replace: true });
  return (
    <Page title={words.disclosures.title}>
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="d-semester">{words.disclosures.semester}</label>
        <Select
          id="d-semester" style={{ width: 240 }} value={`${year}-${semester}`} onChange={(v: string) => go(...(v.split('-').map(Number) as [number, number]))}
          options={[current, current - 1].flatMap((y) => [2, 1].map((s) => ({ value: `${y}-${s}`, label: words.disclosures.semesterOf(y, s) })))}
        />
        {school && <Tag>{items[0]?.schoolName ?? school}</Tag>}
      </div>
      <Loaded of={[found]}>
        {() => (
          <>
            {(may.ofSchool(role) || school) && <Alert type={done === categories.length ? 'success' : 'info'} showIcon title={words.disclosures.done(done, categories.length)} style={{ marginBottom: 16 }} />}
            {categories.map((category) => {
              const own = items.filter((d) => d.category === category);
              return (
                <Panel
                  key={category} extra={writes && <Button icon={<PlusOutlined />} aria-label={`${words.disclosures.add} ${words.disclosures.category[category]}`} onClick={() => setOpen(category)}>{words.disclosures.add}</Button>}
                  title={<>{own.some((d) => d.counts) ? <CheckCircleFilled style={{ color: '#2f7d4f' }} aria-label={words.disclosures.ok} /> : <ExclamationCircleOutlined aria-label={words.disclosures.missing} />} {words.disclosures.category[category]}</>}
                >
                  {own.length === 0 ? <span>{words.disclosures.none}</span> : <ul className="activities">{own.map((d) => <Entry key={d.id} item={d} showsSchool={!may.ofSchool(role) && !school} onChange={writes ? () => setOpen(d) : undefined} />)}</ul>}
                </Panel>
              );
            })}
          </>
        )}
      </Loaded>
      {typeof open === 'string' && <DisclosureDialog category={open} onClose={() => setOpen(undefined)} />}
      {typeof open === 'object' && <Fresh operation="GET /disclosures/{disclosure}" path={{ disclosure: open.id }}>{(item, tag) => <DisclosureDialog item={item} tag={tag} category={item.category} onClose={() => setOpen(undefined)} />}</Fresh>}
    </Page>
  );
}

function Entry({ item: d, showsSchool, onChange }: { item: DisclosureView; showsSchool: boolean; onChange?: () => void }) {
  const words = useWords();
  return (
    <li className={d.cancelledFor ? 'activity off' : 'activity'}>
      <h3>{d.isNothing ? words.disclosures.nothing : d.title} {!d.counts && !d.cancelledFor && <Tag color="warning">{words.disclosures.unproven}</Tag>}{d.cancelledFor && <Tag color="error">{words.disclosures.cancelled}</Tag>}</h3>
      <Space wrap size={[16, 4]} className="facts">
        <span>{d.postedOn}</span>
        {showsSchool && <span>{d.schoolName}</span>}
        {d.place && <span>{d.place}</span>}
        {d.link && <a href={d.link} target="_blank" rel="noreferrer noopener">{words.disclosures.read}</a>}
      </Space>
      {d.cancelledFor && <p>{d.cancelledFor}</p>}
      {d.proofs.length > 0 && (
        <Space wrap style={{ display: 'flex', marginTop: 4 }}>
          {d.proofs.map((p) => (p.isPicture ? <Image key={p.id} src={proofAddress(d.id, p.id, true)} alt={p.name} width={96} height={72} style={{ objectFit: 'cover' }} /> : <a key={p.id} href={proofAddress(d.id, p.id, false)}>{p.name}</a>))}
        </Space>
      )}
      {!d.cancelledFor && onChange && <div style={{ marginTop: 8 }}><Button size="small" aria-label={`${words.disclosures.change} ${d.title}`} onClick={onChange}>{words.disclosures.change}</Button></div>}
    </li>
  );
}

interface Fields {
  postedOn: Dayjs;
  title: string;
  place?: string;
  link?: string;
  isNothing?: boolean;
}

function DisclosureDialog({ item, tag, category, onClose }: { item?: DisclosureView; tag?: string; category: DisclosureCategory; onClose: () => void }) {
  const words = useWords();
  const [form] = Form.useForm<Fields>();
  const isNothing = Form.useWatch('isNothing', form) ?? item?.isNothing;
  const [files, setFiles] = useState<File[]>([]);
  const [reason, setReason] = useState<string>();
  const recorded = useRef(item && { id: item.id, tag: tag ?? '*' });
  const input = useRef<HTMLInputElement>(null);
  const today = dayjs(serverNow());
  const send = useStep(onClose);
  const save = (f: Fields) => send.mutate(async () => {
    const body = { category, postedOn: f.postedOn.format('YYYY-MM-DD'), title: f.isNothing ? words.disclosures.nothing : f.title, place: f.place?.trim() || null, link: f.isNothing ? null : f.link?.trim() || null, isNothing: f.isNothing ?? false };
    try {
      // What was recorded before a file failed is changed, not recorded twice; files that arrived have changed it meanwhile.
      const written = recorded.current
        ? await write('PUT /disclosures/{disclosure}', { path: { disclosure: recorded.current.id }, ifMatch: recorded.current.tag, body })
        : await write('POST /disclosures', { body });
      recorded.current = { id: written.body.id, tag: '*' };
    } catch (error) {
      if (error instanceof Problem) form.setFields(formErrors(error) as Parameters<typeof form.setFields>[0]);
      throw error;
    }
    for (const file of files) {
      const data = new FormData();
      data.append('file', file, file.name);
      await uploadForm(`/disclosures/${recorded.current}/proofs`, data);
    }
  });
  return (
    <Modal open title={words.disclosures.category[category]} onCancel={onClose} okText={words.common.save} confirmLoading={send.isPending} onOk={() => form.submit()} mask={{ closable: false }}>
      <Form
        form={form} layout="vertical" requiredMark={false} onFinish={save}
        initialValues={item ? { ...item, postedOn: dayjs(item.postedOn), place: item.place ?? undefined, link: item.link ?? undefined } : { postedOn: today, isNothing: false }}
      >
        <Form.Item name="isNothing" valuePropName="checked"><Checkbox>{words.disclosures.nothing}</Checkbox></Form.Item>
        {!isNothing && <Form.Item name="title" label={words.disclosures.what} rules={[{ required: true, whitespace: true, message: words.congresses.needText }]}><Input maxLength={100} /></Form.Item>}
        <Form.Item name="postedOn" label={words.disclosures.day} rules={[{ required: true, message: words.congresses.needDay }]}><DatePicker inputReadOnly style={{ width: '100%' }} disabledDate={(d) => d.isAfter(today, 'day')} /></Form.Item>
        {!isNothing && (
          <>
            <Form.Item name="place" label={words.disclosures.place}><Input maxLength={200} /></Form.Item>
            <Form.Item name="link" label={words.disclosures.link}><Input inputMode="url" maxLength={1000} placeholder="https://" /></Form.Item>
            <input
              ref={input} type="file" multiple hidden aria-label={words.disclosures.proofs}
              onChange={(e) => {
                setFiles((all) => [...all, ...Array.from(e.target.files ?? [])]);
                e.target.value = '';
              }}
            />
            <Space wrap><Button onClick={() => input.current?.click()}>{words.disclosures.proofs}</Button>{files.map((f, i) => <Tag key={f.name + i} closable onClose={() => setFiles((all) => all.filter((one) => one !== f))}>{f.name}</Tag>)}</Space>
            <p>{words.disclosures.proofHint}</p>
          </>
        )}
      </Form>
      {item && (reason === undefined ? <Button danger onClick={() => setReason('')}>{words.disclosures.cancel}</Button> : (
        <Space.Compact style={{ width: '100%' }}>
          <Input aria-label={words.common.reason} placeholder={words.common.reason} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
          <Button danger disabled={!reason.trim()} onClick={() => send.mutate(() => write('POST /disclosures/{disclosure}/cancel', { path: { disclosure: item.id }, ifMatch: tag, body: { reason: reason.trim() } }))}>{words.disclosures.cancel}</Button>
        </Space.Compact>
      ))}
    </Modal>
  );
}

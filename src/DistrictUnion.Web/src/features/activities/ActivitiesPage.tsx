import { CalendarOutlined, EnvironmentOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Image, Input, Modal, Select, Space, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { serverNow, write } from '../../api/client';
import type { ActivityView } from '../../api/schema';
import { Fresh } from '../../shared/Fresh';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { ActivityDialog } from './ActivityDialog';
import { photoAddress, useActivities, useActivityRefresh } from './queries';

/** The ledger of activities by month: what was held, with whom and with photos, and what it counts for. */
export default function ActivitiesPage() {
  const words = useWords();
  const role = useRole();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<ActivityView | 'new'>();
  const [cancelled, setCancelled] = useState<ActivityView>();
  const thisYear = dayjs(serverNow()).year();
  const year = Number(search.get('year') ?? thisYear);
  const school = search.get('school') ?? undefined;
  const found = useActivities(year, school);
  const writes = may.writeActivities(role);
  const months = [...new Set((found.data?.items ?? []).map((a) => a.from.slice(0, 7)))];
  return (
    <Page title={words.activities.title} tools={writes && <Button type="primary" size="large" icon={<PlusOutlined />} onClick={() => setOpen('new')}>{words.activities.add}</Button>}>
      <div className="page-tools" style={{ marginBottom: 16 }}>
        <label className="visually-hidden" htmlFor="a-year">{words.obligations.year}</label>
        <Select
          id="a-year" style={{ width: 120 }} value={year} options={[-1, 0].map((n) => ({ value: thisYear + n, label: words.obligations.yearOf(thisYear + n) }))}
          onChange={(v: number) => setSearch(school ? { year: String(v), school } : { year: String(v) }, { replace: true })}
        />
        {school && <Tag closable onClose={() => setSearch({ year: String(year) }, { replace: true })}>{found.data?.items[0]?.schoolName ?? school}</Tag>}
        {found.data && found.data.total > found.data.items.length && <span>{words.activities.latest(found.data.items.length, found.data.total)}</span>}
      </div>
      <Loaded of={[found]}>
        {() => (months.length === 0 ? (
          <Nothing title={words.activities.none} hint={writes ? words.activities.noneHint : words.activities.noneHintAbove} action={writes && <Button type="primary" onClick={() => setOpen('new')}>{words.activities.add}</Button>} />
        ) : months.map((month) => (
          <Panel key={month} title={words.obligations.month(Number(month.slice(0, 4)), Number(month.slice(5)))}>
            <ul className="activities">
              {found.data!.items.filter((a) => a.from.startsWith(month)).map((a) => (
                <Entry key={a.id} activity={a} showsSchool={!may.ofSchool(role)} onChange={writes ? () => setOpen(a) : undefined} onCancel={writes ? () => setCancelled(a) : undefined} />
              ))}
            </ul>
          </Panel>
        )))}
      </Loaded>
      {open === 'new' && <ActivityDialog onClose={() => setOpen(undefined)} />}
      {open && open !== 'new' && <Fresh operation="GET /activities/{activity}" path={{ activity: open.id }}>{(activity, tag) => <ActivityDialog activity={activity} tag={tag} onClose={() => setOpen(undefined)} />}</Fresh>}
      {cancelled && <CancelDialog activity={cancelled} onClose={() => setCancelled(undefined)} />}
    </Page>
  );
}

function Entry({ activity: a, showsSchool, onChange, onCancel }: { activity: ActivityView; showsSchool: boolean; onChange?: () => void; onCancel?: () => void }) {
  const words = useWords();
  const counted = a.credits.filter((c) => c.counted !== null && c.counted !== undefined);
  const apart = a.credits.filter((c) => (c.counted ?? 0) !== c.value);
  const roundsOf = (isOpen: boolean) => [...new Set(apart.filter((c) => (c.state === 'open') === isOpen).map((c) => c.roundName))].join('、');
  return (
    <li className={a.cancelledFor ? 'activity off' : 'activity'}>
      <h3>{a.title} <Tag>{words.activities.kinds[a.kind]}</Tag>{a.cancelledFor && <Tag color="error">{words.activities.cancelled}</Tag>}</h3>
      <Space wrap size={[16, 4]} className="facts">
        <span><CalendarOutlined aria-hidden /> {a.from}{a.to !== a.from && ` — ${a.to}`}</span>
        {showsSchool && <span>{a.schoolName}</span>}
        {a.place && <span><EnvironmentOutlined aria-hidden /> {a.place}</span>}
        <span><TeamOutlined aria-hidden /> {words.activities.people(a.members, a.others)}</span>
        {a.branches.length > 0 && <span>{a.branches.map((b) => b.name).join('、')}</span>}
      </Space>
      {a.description && <p>{a.description}</p>}
      {a.planTitle && <p>{words.activities.carriesOut(a.planTitle)}</p>}
      {a.cancelledFor && <p>{words.activities.cancelledFor(a.cancelledFor)}</p>}
      {counted.length > 0 && <p>{counted.map((c) => <Tag key={c.round + c.fact} color="success">{words.activities.counted(c.roundName, c.factName, c.counted!)}</Tag>)}</p>}
      {roundsOf(false) && <p>{words.activities.untouched(roundsOf(false))}</p>}
      {roundsOf(true) && <p>{words.activities.underReview(roundsOf(true))}</p>}
      {a.photos.length > 0 && (
        <Image.PreviewGroup>
          <Space wrap>{a.photos.map((p, i) => <Image key={p.id} src={photoAddress(a.id, p.id)} alt={words.activities.photoOf(a.title, i + 1)} width={96} height={72} style={{ objectFit: 'cover' }} />)}</Space>
        </Image.PreviewGroup>
      )}
      {!a.cancelledFor && onChange && (
        <div className="page-tools" style={{ marginTop: 8 }}>
          <Button onClick={onChange} aria-label={`${words.activities.change} ${a.title}`}>{words.activities.change}</Button>
          <Button onClick={onCancel} aria-label={`${words.activities.cancel} ${a.title}`}>{words.activities.cancel}</Button>
        </div>
      )}
    </li>
  );
}

function CancelDialog({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const refresh = useActivityRefresh();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => write('POST /activities/{activity}/cancel', { path: { activity: activity.id }, ifMatch: '*', body: { reason: reason.trim() } }),
    onSuccess: () => {
      onClose();
      return refresh();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <Modal open title={`${words.activities.cancel}：${activity.title}`} onCancel={onClose} okText={words.activities.cancel} okButtonProps={{ danger: true, disabled: !reason.trim() }} confirmLoading={send.isPending} onOk={() => send.mutate()}>
      <p>{words.activities.cancelHint}</p>
      <label htmlFor="a-reason">{words.common.reason}</label>
      <Input.TextArea id="a-reason" rows={2} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} />
    </Modal>
  );
}

import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { App, Button, Image, Tag } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { write } from '../../api/client';
import type { VisitPhotoView } from '../../api/schema';
import type { QueuedPhoto } from '../../shared/keptOffline';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { photoAddress, type VisitPath } from './queries';
import type { usePhotos } from './usePhotos';

/** The photos of one leaf, or of the whole: those that were sent, and those that wait. */
export function Photos({ path, node, name, photos, queue, canWrite, onChanged }: {
  path: VisitPath;
  node?: string;
  name: string;
  photos: VisitPhotoView[];
  queue: ReturnType<typeof usePhotos>;
  canWrite: boolean;
  onChanged: () => void;
}) {
  const words = useWords();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const remove = (photo: string) => write('DELETE /rounds/{round}/schools/{school}/visits/{visit}/photos/{photo}', { path: { ...path, photo } }).then(onChanged, (error: Error) => message.error(error.message));
  const frame = { display: 'grid', gap: 4, fontSize: 12, margin: 0, width: 104 } as const;
  return (
    <div>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {photos.filter((p) => (p.node ?? undefined) === node).map((p) => (
          <figure key={p.id} style={frame}>
            <Image src={photoAddress(path, p.id)} alt={`${name} ${moment(p.at)}`} width={104} height={104} style={{ objectFit: 'cover' }} />
            <figcaption>{p.recordedAt && <>{words.visits.recordedAt} {moment(p.recordedAt)}<br /></>}{words.visits.received} {moment(p.at)}</figcaption>
            {canWrite && <Button icon={<DeleteOutlined />} aria-label={`${words.visits.remove} ${name} ${moment(p.at)}`} onClick={() => void remove(p.id)} />}
          </figure>
        ))}
        {queue.queued.filter((p) => p.node === node).map((p) => (
          <figure key={p.id} style={frame}>
            <Waiting photo={p} name={name} />
            <Tag color="warning">{words.visits.queued}</Tag>
            <Button icon={<DeleteOutlined />} aria-label={`${words.visits.remove} ${name}`} onClick={() => void queue.drop(p.id)} />
          </figure>
        ))}
      </div>
      {canWrite && (
        <>
          <input
            ref={input} type="file" accept="image/*" capture="environment" multiple hidden aria-label={words.visits.photoOf(name)}
            onChange={(e) => {
              Array.from(e.target.files ?? []).forEach((file) => void queue.add(file, node).catch((error: Error) => message.error(error.message)));
              e.target.value = '';
            }}
          />
          <Button size="large" icon={<CameraOutlined />} style={{ marginTop: 8 }} aria-label={words.visits.photoOf(name)} onClick={() => input.current?.click()}>{words.visits.photo}</Button>
        </>
      )}
    </div>
  );
}

function Waiting({ photo, name }: { photo: QueuedPhoto; name: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return <img src={address} alt={name} width={104} height={104} style={{ objectFit: 'cover' }} />;
}

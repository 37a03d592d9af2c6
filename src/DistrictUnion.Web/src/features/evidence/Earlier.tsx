import { EyeOutlined } from '@ant-design/icons';
import { Button, Image } from 'antd';
import type { EvidenceView } from '../../api/schema';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { filesOfSchool, sizeOf, versionOf } from './queries';

/** Earlier versions of a file: who uploaded which bytes when. */
export function Earlier({ round, school, file, onOpen }: { round: string; school: string; file: EvidenceView; onOpen: (version: EvidenceView) => void }) {
  const words = useWords();
  return (
    <details style={{ fontSize: 13, flexBasis: '100%', paddingInlineStart: 52 }}>
      <summary style={{ cursor: 'pointer', padding: '2px 0' }}>{words.evidence.earlier(file.earlier.length)}</summary>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {file.earlier.map((version) => {
          const own = versionOf(file, version);
          return (
            <li key={version.number} style={{ display: 'flex', gap: 8, alignItems: 'center', padding: '4px 0' }}>
              {version.mediaType.startsWith('image/') && <Image src={filesOfSchool(round, school).addressOf(own, true)} alt={`${words.evidence.version(version.number)} ${version.name}`} width={32} height={32} style={{ objectFit: 'cover', borderRadius: 4 }} loading="lazy" />}
              <span style={{ minWidth: 0, flex: 1 }}>
                {words.evidence.version(version.number)}{' '}
                <a href={filesOfSchool(round, school).addressOf(own)} download={version.name} style={{ overflowWrap: 'anywhere' }}><bdi>{version.name}</bdi></a>
                <small style={{ display: 'block', overflowWrap: 'anywhere' }}>
                  {sizeOf(version.size)} · {version.actor} {words.evidence.received} {moment(version.receivedAt)} · <span title={version.sha256}>SHA-256 {version.sha256.slice(0, 12)}…</span>
                </small>
              </span>
              {!version.mediaType.startsWith('image/') && <Button size="small" type="text" icon={<EyeOutlined />} aria-label={`${words.preview.open} ${words.evidence.version(version.number)} ${version.name}`} title={words.preview.open} onClick={() => onOpen(own)} />}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

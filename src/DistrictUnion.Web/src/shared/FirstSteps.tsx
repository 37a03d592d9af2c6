import { Tour, type TourProps } from 'antd';
import { useState } from 'react';
import type { Role } from '../api/schema';
import { useRole, useSession } from './session';
import { useWords } from './words';

const at = (selector: string) => () => document.querySelector<HTMLElement>(selector)!;

/** A short tour at the first sign-in in a role on this device; closing it ends it for good. */
export function FirstSteps() {
  const words = useWords();
  const role = useRole();
  const { user } = useSession();
  const key = `du.tour.${user?.userName}.${role}`;
  const [isOpen, setOpen] = useState(() => role !== null && localStorage.getItem(key) === null);
  if (role === null || !isOpen) return null;
  const close = () => {
    localStorage.setItem(key, 'done');
    setOpen(false);
  };
  const steps: TourProps['steps'] = words.tour[role as Role].map((text, i) => ({
    title: words.tour.title(i + 1, words.tour[role as Role].length), description: text, target: at(i === 0 ? '#content h1' : i === 1 ? 'nav, header button' : 'header .who'),
  }));
  return <Tour open steps={steps} onClose={close} onFinish={close} mask={false} type="primary" getPopupContainer={() => document.querySelector<HTMLElement>('#content')!} />;
}

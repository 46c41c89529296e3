import {
  Archive,
  ChevronDown,
  CornerUpLeft,
  Ellipsis,
  Moon,
  Star,
  Trash2,
  UserPlus,
} from 'lucide-react';
import { useState } from 'react';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import {
  Menu,
  MenuChoice,
  MenuChoices,
  MenuGroup,
  MenuItem,
  MenuSeparator,
} from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { LONG_NAME, Sample, SampleSection } from './sample.tsx';

/** Buttons, icon buttons, menus and key hints in every state. */
export function ButtonSamples() {
  const [order, setOrder] = useState('age');
  const [starred, setStarred] = useState(true);
  return (
    <SampleSection title="Buttons and menus">
      {VARIANTS.map((variant) => (
        <Sample key={variant} name={variant}>
          <Button variant={variant}>Assign</Button>
          <Button variant={variant} data-force="hover">
            Hover
          </Button>
          <Button variant={variant} data-force="focus">
            Focus
          </Button>
          <Button variant={variant} data-force="active">
            Active
          </Button>
          <Button variant={variant} disabled>
            Disabled
          </Button>
          <Button variant={variant} loading>
            Saving
          </Button>
          <Button variant={variant} icon={CornerUpLeft}>
            Reply
          </Button>
        </Sample>
      ))}
      <Sample name="Sizes">
        <Button size="sm">Small</Button>
        <Button>Middle</Button>
        <Button size="lg" variant="primary" icon={UserPlus}>
          Large
        </Button>
        <div className="w-44">
          <Button icon={UserPlus}>Assign to {LONG_NAME}</Button>
        </div>
      </Sample>
      <Sample name="Icon buttons">
        <IconButton icon={Archive} label="Archive" keys="e" />
        <IconButton icon={Archive} label="Archive, hovered" data-force="hover" />
        <IconButton icon={Archive} label="Archive, focused" data-force="focus" />
        <IconButton icon={Archive} label="Archive, disabled" disabled />
        <IconButton icon={Archive} label="Archive, loading" loading />
        <IconButton
          icon={Star}
          label="Star"
          pressed={starred}
          onClick={() => setStarred(!starred)}
        />
        <IconButton icon={Ellipsis} label="More" variant="secondary" />
        <IconButton icon={Ellipsis} label="More, small" size="sm" />
      </Sample>
      <Sample name="Confirm, tooltip">
        <ConfirmButton
          confirmLabel="Press again to delete 3 articles"
          icon={Trash2}
          onConfirm={() => undefined}
        >
          Delete 3 articles
        </ConfirmButton>
        <Tooltip label="Routed by skill “refunds”, level 3" keys="w">
          <Button variant="ghost">Why</Button>
        </Tooltip>
      </Sample>
      <Sample name="Menu">
        <Menu trigger={<Button icon={ChevronDown}>Ticket</Button>}>
          <MenuItem icon={CornerUpLeft} keys="r" onSelect={() => undefined}>
            Reply
          </MenuItem>
          <MenuItem
            icon={UserPlus}
            keys="a"
            hint="Within their capacity"
            onSelect={() => undefined}
          >
            Assign to {LONG_NAME}
          </MenuItem>
          <MenuItem icon={Moon} disabled onSelect={() => undefined}>
            Snooze
          </MenuItem>
          <MenuSeparator />
          <MenuGroup label="Order by">
            <MenuChoices value={order} onValueChange={setOrder}>
              <MenuChoice value="age">Age</MenuChoice>
              <MenuChoice value="risk" hint="What breaches first">
                SLA risk
              </MenuChoice>
            </MenuChoices>
          </MenuGroup>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={() => undefined}>
            Delete
          </MenuItem>
        </Menu>
      </Sample>
      <Sample name="Key hints">
        <KeyHint keys="mod+k" />
        <KeyHint keys="g i" />
        <KeyHint keys="?" />
        <KeyHint keys="mod+enter" />
      </Sample>
    </SampleSection>
  );
}

const VARIANTS: ButtonVariant[] = ['primary', 'secondary', 'ghost', 'danger'];

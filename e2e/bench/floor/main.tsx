// The least that a page on this stack can be: React, Fluent's provider, toolbar, message bar, links and table with arrow
// keys, TanStack Query, the same list. Whatever the console needs beyond this is its own doing.
import {
  FluentProvider,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Toolbar,
  ToolbarButton,
  useArrowNavigationGroup,
  webLightTheme,
} from "@fluentui/react-components";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";

const COLUMNS = ["Name", "Date completed", "State", "Duration", "Trigger"];

interface Item {
  name: string;
  properties: {
    backupInfo: {
      createdDateTime: string;
      status: string;
      timeTakenToCreate: string;
      isAutomaticBackup: boolean;
    };
  };
}

async function fetchList(): Promise<{ value: Item[] }> {
  const response = await fetch("/list.json", { cache: "no-store" });
  // The bench's own stamp answers; a floor reads it as it is.
  return (await response.json()) as { value: Item[] };
}

const formatter = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "long" });

function Row({ item: { name, properties } }: { item: Item }) {
  const { createdDateTime, status, timeTakenToCreate, isAutomaticBackup } = properties.backupInfo;
  const others = [
    formatter.format(Date.parse(createdDateTime)),
    status,
    timeTakenToCreate,
    isAutomaticBackup ? "Scheduler" : "On demand",
  ];
  return (
    <TableRow>
      <TableCell role="rowheader">
        <Link href={`#${name}`}>{name}</Link>
      </TableCell>
      {others.map((text, column) => (
        <TableCell key={COLUMNS[column]} role="gridcell" tabIndex={0}>
          {text}
        </TableCell>
      ))}
    </TableRow>
  );
}

function Backups() {
  const { data } = useQuery({ queryKey: ["list"], queryFn: fetchList, refetchInterval: 30_000 });
  const navigation = useArrowNavigationGroup({ axis: "grid" });
  return (
    <>
      <Toolbar aria-label="Commands" size="small">
        <ToolbarButton>Backup now</ToolbarButton>
        <ToolbarButton>Disable Automatic Backups</ToolbarButton>
        <ToolbarButton>Refresh</ToolbarButton>
      </Toolbar>
      <MessageBar intent="success">
        <MessageBarBody>
          <MessageBarTitle>Protected</MessageBarTitle> The last backup succeeded.
        </MessageBarBody>
      </MessageBar>
      <Table {...navigation} role="grid" size="small" aria-label="Available backups">
        <TableHeader>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableHeaderCell key={column}>{column}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {data?.value.map((item) => (
            <Row key={item.name} item={item} />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <Backups />
      </QueryClientProvider>
    </FluentProvider>,
  );
}

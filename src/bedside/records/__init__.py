"""
What happened, provably.

Every organisation has a chain of entries that is only ever added to:

* `chain.append` adds one, in the transaction of the change that it tells of;
* `anchors` signs the chain once a day, and `audit.verify_chain` finds any row that was touched;
* `bodies` keeps, sealed, the bytes that entries name by hash; `verbs.purge_body` lets them go;
* `export` writes a record for an outsider, and `verifier` (`bedside verify`) checks it anywhere;
* `queries` is what pages read.

Two more things live here because both stand on the same key file (`keys`): `sealing`, for values
that only this installation may read, and the command `rotate_keys`.

`digests` is the format of the chain on one page. What protects what:

| Somebody who can                 | is found by                                                 |
| -------------------------------- | ----------------------------------------------------------- |
| use the application              | nothing to find: no verb changes or deletes an entry        |
| write to the database            | its triggers; if they are dropped, hashes and signatures    |
| … and cut off the newest entries | the last anchor, the daily one or one in an earlier export  |
| … and read the key file          | anchors that left the machine earlier, in exports or copies |

Nothing here imports another app: organisations are known by their id.
"""

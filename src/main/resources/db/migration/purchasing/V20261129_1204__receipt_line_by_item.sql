-- What came of an item is asked for by the item.
create index receipt_line_by_item on purchasing.receipt_line (store_id, item_id);

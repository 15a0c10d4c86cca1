extension StyleSheet {
    /// Tables: the widths of columns are given, so that a long word never makes one wider.
    static let tables: StaticString = """
        .table{margin-bottom:16px}
        table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.9375rem;line-height:1.42}
        caption{text-align:left;font-weight:600;padding:8px 0 4px}
        caption.unseen{position:absolute}
        th,td{text-align:left;vertical-align:top;padding:7px 14px 7px 0;font-weight:400}
        th:last-child,td:last-child{padding-right:0}
        thead th{font-size:.8125rem;font-weight:600;color:var(--ink2);border-bottom:1px solid var(--edge);vertical-align:bottom}
        tbody{border-bottom:1px solid var(--rule)}
        tr.row+tr.row>*{border-top:1px solid var(--rule)}
        .number{text-align:right;font-variant-numeric:lining-nums tabular-nums}
        @media(min-width:1024px){.number{padding-right:28px}}
        .number:last-child{padding-right:0}
        .second,.evidence td{font-size:.875rem;line-height:1.5;color:var(--ink2)}
        .evidence td{padding-top:0}
        tr.row.told>*{padding-bottom:2px}
        tbody th bdi{font-family:var(--serif);font-size:1.03125rem}
        .depth{color:var(--ink3);font-family:var(--mono)}
        .wide{overflow-x:auto}
        .wide table{min-width:960px}
        .k-what{width:25%}.k-when{width:23%}.k-name{width:22%}.k-who{width:32%}.k-grade{width:20%}.k-contract{width:16%}\
        .k-people{width:12%}.k-source{width:10%}.k-publisher{width:15%}.k-published{width:17%}.k-origin{width:18%}\
        .k-cited_for{width:13%}.k-number{width:10%}.k-region{width:13%}.k-unit{width:7%}.k-form,.k-last_heard{width:12%}.k-strength,.k-status{width:16%}.k-units{width:18%}.k-named{width:14%}\
        .k-coverage{width:15%}.k-field,.k-claim{width:16%}.k-held{width:34%}.k-why{width:26%}.k-id{width:10%}
        .t-regions .k-name{width:auto}.t-regions .k-people{width:20%}.t-missing .k-what{width:32%}.t-missing .k-number{width:104px}
        .t-who_joined tbody th{font-family:var(--serif);font-size:1.03125rem}.t-who_joined th .second{font-family:var(--sans)}tbody th .second bdi{font:inherit}

        """
}

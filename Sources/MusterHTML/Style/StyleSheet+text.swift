extension StyleSheet {
    /// Heads, paragraphs, links and what stands inside of a line.
    static let text: StaticString = """
        *{box-sizing:border-box}
        html{font:100%/1.5 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;\
        text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        body,h1,h2,h3,p,ul,dl,dd,figure{margin:0;padding:0}
        body{overflow-wrap:anywhere}
        h1,h2,h3 bdi{font-family:var(--serif);font-weight:400}
        h1{font-size:2.5rem;line-height:1.12}
        h2{font-size:1.5625rem;line-height:1.2}
        h3{font-size:1rem;line-height:1.35;font-weight:600}
        h3 bdi{font-size:1.25rem}
        ul{list-style:none}
        a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
        a:visited{color:var(--visited)}
        :focus-visible{outline:3px solid #FFB81C;box-shadow:0 0 0 5px var(--ink)}
        code,.id{font-family:var(--mono);font-size:.8125rem}
        .id{color:var(--ink3);font-weight:400}
        .id,.chip{display:inline-block;max-width:100%}
        h1 .id{font-size:1rem}
        a.id{color:var(--link)}
        .quote{color:var(--ink)}
        .quiet{color:var(--ink3)}
        strong{font-weight:600}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .about,.lead{color:var(--ink2);max-width:120ch}
        .about{margin:4px 0 12px;font-size:.9375rem}
        .plain{margin:8px 0}
        .warning{border:1px solid var(--warn);border-left-width:6px;background:var(--warnbg);color:var(--warn);\
        padding:8px 12px;margin:16px 0}
        :target{background:var(--forbg)}

        """
}

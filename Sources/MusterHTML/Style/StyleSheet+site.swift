extension StyleSheet {
    /// What pages of a site have and an edition has not: the bar of links, the bar of days, forms and lists that go on.
    static let site: StaticString = """
        :root{--error:#A61C17;--errorbg:#FCEEEC}
        @media screen and (prefers-color-scheme:dark){:root{--error:#FF9B91;--errorbg:#3B201E}}
        .masthead .wrap{padding-top:8px;padding-bottom:8px}
        .masthead .name{flex:none;color:var(--ink);text-decoration:none;font-weight:600;margin-right:12px}
        .masthead nav{flex:1;min-width:0}
        .masthead nav ul{display:flex;flex-wrap:wrap;gap:2px 15px;font-size:.90625rem}
        .masthead nav a,.tools a{display:inline-block;padding:3px 0;color:var(--ink);text-decoration:none}
        .masthead nav a:hover,.tools a:hover,.masthead nav a[aria-current]{text-decoration:underline;text-decoration-thickness:2px}
        .tools{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:center;font-size:.9375rem}
        .tools form{display:flex;gap:4px}
        .tools input{width:120px;min-height:32px}
        .tools button{flex:none}
        .tools .account{max-width:130px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .k-enrollment{width:7%}
        .days{background:var(--sunk);border-bottom:1px solid var(--rule);font-size:.875rem}
        .days form{display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center;min-height:46px;padding-top:6px;padding-bottom:6px}
        .days-now,.on-paper{display:none}
        .days label{display:inline-flex;align-items:center;gap:6px}
        .days input{width:112px;min-height:32px}
        .past{border:solid var(--warn);border-width:2px 0;background:var(--warnbg);color:var(--warn);padding:8px 0}
        .past a{color:inherit}
        input,select,textarea,button,.button{font:inherit;color:inherit;background:var(--surface);border:1.5px solid var(--edge);border-radius:3px;\
        padding:4px 8px;min-height:42px;max-width:100%}
        input[type=checkbox],input[type=radio]{min-height:24px;width:24px;height:24px;padding:0;margin:0;flex:none;accent-color:var(--for)}
        button,.button{justify-content:center;background:var(--for);color:var(--onfor);border-color:var(--for);font-weight:600;cursor:pointer;padding:4px 16px;\
        text-decoration:none;display:inline-flex;align-items:center}
        .button:visited{color:var(--onfor)}
        button.quiet-button,.button.quiet-button{background:none;color:var(--link);border-color:var(--edge)}
        .days button,.tools button{min-height:32px;padding:2px 10px}
        .compare{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;margin:16px 0}
        .compare input{width:90px}
        .actions{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:16px 0}
        .downloads{font-size:.875rem;color:var(--ink2);margin:16px 0}
        .downloads ul{display:inline-flex;flex-wrap:wrap;gap:2px 14px;margin-left:8px}
        .downloads li a,.actions a:not(.button),.more a{display:inline-block;padding:2px 0}
        .more{margin:16px 0}
        details{margin:12px 0}
        summary{cursor:pointer;padding:4px 0;color:var(--link)}
        .narrow form{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:12px 20px;align-items:end;padding:8px 0 16px}
        .narrow label{display:block;font-size:.875rem;color:var(--ink2)}
        .narrow input,.narrow select{width:100%}
        .narrow .fault{color:var(--error);font-size:.875rem;font-weight:600;margin:2px 0 0}
        .narrow .refused input,.narrow .refused select{border:2px solid var(--error)}
        .field{margin:20px 0;max-width:640px}
        .field>label,fieldset>legend{display:block;font-weight:600;padding:0}
        .field .hint{font-size:.875rem;color:var(--ink2);margin:2px 0 0}
        .field input[type=text],.field input[type=password],.field textarea,.field select{width:100%}
        .field .fault{color:var(--error);font-size:.9375rem;font-weight:600;margin:2px 0 0}
        .field.refused{border-left:5px solid var(--error);padding-left:14px}
        .field.refused input,.field.refused textarea,.field.refused select{border:2px solid var(--error)}
        .echo{display:block;background:var(--forbg);border-left:3px solid var(--for);padding:6px 12px;margin-top:6px;font-size:.90625rem}
        .echo:empty{display:none}
        fieldset{border:0;border-top:2px solid var(--ink);margin:28px 0 0;padding:10px 0 0;min-width:0}
        fieldset>legend{font:400 1.5625rem/1.2 var(--serif);float:left;width:100%}
        fieldset>legend+*{clear:both}
        .field label::first-letter,.field label>span::first-letter,.choice label::first-letter{text-transform:uppercase}
        .fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,400px),1fr));column-gap:40px;clear:both}\
        .fields>.field{display:grid;grid-template-rows:subgrid;grid-row:span 6;align-content:start}.field>label,.field>.choice{grid-row:1}\
        .field>.hint{grid-row:2}.field>.fault{grid-row:3}.field>input,.field>select,.field>textarea{grid-row:4;margin-top:6px}\
        .field>.now-held{grid-row:5}.field>.echo{grid-row:6}.fields>.wide-field{grid-column:1/-1}
        .part-about{clear:both}
        .choice{display:flex;gap:10px;align-items:flex-start;padding:6px 0}
        .choice label{padding:1px 0}
        .problem{border:3px solid var(--error);padding:12px 18px;margin:16px 0;background:var(--errorbg)}
        .problem h2{color:var(--error)}
        .lookalike{border:1px solid var(--warn);border-left-width:6px;background:var(--warnbg);padding:10px 16px;margin:12px 0}
        .will{border:1px solid var(--for);border-left-width:4px;background:var(--forbg);padding:10px 16px;margin:16px 0}
        h1::first-letter,h2::first-letter,.contents li span::first-letter{text-transform:uppercase}
        .contents li span{display:inline-block}
        h1 code,h1 .id{white-space:nowrap}
        .ways li{padding:4px 0}
        .small-foot{border-top:1px solid var(--rule);margin-top:48px;padding:12px 0 32px;font-size:.875rem;color:var(--ink2)}
        .small-foot a{display:inline-block;padding:2px 0}
        @media screen and (max-width:1023px){.masthead nav ul{gap:2px 11px;font-size:.875rem}.tools{flex-basis:100%}.tools form{flex:1;max-width:420px}.tools input{flex:1}}
        @media screen and (max-width:640px){.days form{display:none}.days form:target,.refused form{display:flex}\
        .days-now{display:block;padding-top:6px;padding-bottom:6px}.days-now a{display:inline-block;padding:2px 0}\
        .narrow input,.narrow select{min-height:46px}.days label{display:flex;justify-content:space-between;width:100%}.days input{min-height:44px;flex:1}\
        .days button{min-height:44px;justify-content:center;flex:none}.days label{width:auto!important;flex:1}.days input{width:auto;min-width:0}.field input,.field select,button,.button{min-height:46px}.masthead .name{flex:1}.masthead nav{flex-basis:100%}.masthead nav ul{gap:0 14px;font-size:.9375rem}\
        .tools form{flex-basis:100%;max-width:none}\
        .compare label{flex:1}.compare input{min-height:46px}.actions>*{width:100%;justify-content:center}h1{font-size:1.9375rem}}
        @media print{.on-paper{display:block}.days,.compare,.actions,.downloads,.narrow,.more,.skip{display:none}.past{color:#000}}

        """
}

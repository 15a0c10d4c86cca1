/// The script of the pages: it makes them quicker, and nothing needs it.
enum PageScript {
    /// The script, under 10 KB.
    static let text = """
        "use strict";
        // A search is sent again while one types; what comes back takes the place of what was found.
        (function () {
          var main = document.querySelector("main");
          var input = document.querySelector("input[data-enhance=search]");
          // A form that is filled in must not be replaced by what a search finds.
          if (!input || !main || main.querySelector("form[method=post]")) { return; }
          var timer = 0, last = "", asked = 0;
          input.addEventListener("input", function () {
            clearTimeout(timer);
            timer = setTimeout(function () {
              var text = input.value.trim();
              if (text === last || text.length < 2) { return; }
              last = text;
              var own = ++asked;
              var form = input.form;
              var query = new URLSearchParams(new FormData(form));
              var address = form.action + "?" + query;
              fetch(address, { credentials: "same-origin" }).then(function (answer) {
                return answer.ok && !answer.redirected ? answer.text() : Promise.reject();
              }).then(function (text) {
                if (own !== asked) { return; }
                var found = new DOMParser().parseFromString(text, "text/html");
                var other = found.querySelector("main");
                if (other) { main.replaceChildren.apply(main, Array.from(other.childNodes)); document.title = found.title; history.replaceState(null, "", address); }
              }).catch(function () { /* The form still works. */ });
            }, 250);
          });
        })();
        // What was understood of a date or a record is said back while one types.
        (function () {
          document.querySelectorAll("input[data-enhance=understood]").forEach(function (input) {
            var echo = document.getElementById(input.id + "-echo");
            var timer = 0;
            if (!echo) { return; }
            input.addEventListener("input", function () {
              clearTimeout(timer);
              timer = setTimeout(function () {
                var text = input.value.trim();
                if (!text) { echo.textContent = ""; return; }
                fetch(echo.dataset.from + "?text=" + encodeURIComponent(text), { credentials: "same-origin" })
                  .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : ""; })
                  .then(function (words) { if (input.value.trim() === text) { echo.textContent = words; } })
                  .catch(function () { echo.textContent = ""; });
              }, 600);
            });
          });
        })();
        // What is typed into a form stays with its place in the history of this tab, so that Back brings it back. It is gone with the tab.
        (function () {
          var form = document.querySelector("main form[data-holder]");
          var kept = history.state && history.state.typed;
          if (!form) { if (kept) { history.replaceState(null, ""); } return; }
          var all = Array.from(form.elements), holder = form.dataset.holder, revision = form.dataset.revision;
          // What the server wrote into the form besides what is typed: the record, and what it held. It is compared and never restored.
          var ground = JSON.stringify(all.filter(function (input) {
            return input.type === "hidden" && input.name !== "form_token" && input.name !== "?if_match";
          }).map(function (input) { return [input.name, input.value]; }));
          var inputs = all.filter(function (input) { return input.name && !/^(file|password|submit|hidden)$/.test(input.type); });
          var keep = function (isSent) {
            var values = {};
            inputs.forEach(function (input) {
              var isChoice = input.type === "checkbox" || input.type === "radio";
              if (!isChoice || input.checked) { values[input.name] = input.value; }
            });
            history.replaceState({ typed: { form: form.getAttribute("action"), holder: holder, ground: ground, revision: revision, isSent: isSent, values: values } }, "");
          };
          // It is another's, or of a record that was changed since; or it was sent, and something was recorded since.
          var isOver = kept && (kept.form !== form.getAttribute("action") || kept.holder !== holder || kept.ground !== ground
            || kept.isSent && kept.revision !== revision);
          if (isOver) { history.replaceState(null, ""); }
          if (kept && !isOver) {
            inputs.forEach(function (input) {
              var text = kept.values[input.name];
              if (input.type === "checkbox" || input.type === "radio") { input.checked = text === input.value; return; }
              if (text === undefined || text === input.value) { return; }
              input.value = text;
              var part = input.closest("details");
              if (part && text) { part.open = true; }
              if (input.dataset.enhance) { input.dispatchEvent(new Event("input")); }
            });
          }
          var timer = 0;
          form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(keep, 300, false); });
          form.addEventListener("change", function () { keep(false); });
          form.addEventListener("submit", function () { clearTimeout(timer); keep(true); });
        })();

        """
}

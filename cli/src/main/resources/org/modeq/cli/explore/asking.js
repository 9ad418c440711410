// Questions to the server, and the lines that say how they went.
const asking = (() => {
  "use strict";

  const tooMany = 429;
  const pause = 300;

  const ask = async (path, query, isPosted, patience = 10) => {
    let answer;
    try {
      answer = await fetch(isPosted ? path : `${path}?${query}`, isPosted ? { method: "POST", body: query.toString() } : {});
    } catch (gone) {
      throw new Error("modeq explore does not answer any more; start it again and open the address that it prints");
    }
    const json = await answer.json();
    if (answer.status === tooMany && patience > 0) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return ask(path, query, isPosted, patience - 1);
    }
    if (!answer.ok) {
      throw new Error(json.error);
    }
    return json;
  };

  const fail = (status, failure) => {
    status.className = "failed";
    status.textContent = failure.message;
  };
  const succeed = (status, words) => {
    status.className = "";
    status.textContent = words;
  };

  // Of several questions only the answer to the last one is shown.
  const latest = (work) => {
    let last = 0;
    return async () => {
      const mine = ++last;
      await work(() => mine === last);
    };
  };

  return { ask, fail, succeed, latest };
})();

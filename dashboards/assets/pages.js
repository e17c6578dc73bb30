// Follows new generations, and keeps addresses short. Every page works without it.
"use strict";

const LOOK_MS = 2000;
const PLACE = "cablehouse-place";
const drawn = document.body.dataset.generation;

function isWriting() {
  return document.activeElement?.matches("input, select") ?? false;
}

async function follow() {
  if (document.hidden || isWriting()) return;
  const answer = await fetch("generation").catch(() => null);
  if (answer?.ok && (await answer.text()) !== drawn) {
    sessionStorage.setItem(PLACE, scrollY);
    location.reload();
  }
}

// Who reads on while a generation comes stays there, also where the address names a paragraph.
function goBack() {
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place !== null) requestAnimationFrame(() => scrollTo(0, Number(place)));
}

// Fields that say nothing stay out of the address.
function dropEmptyFields(event) {
  for (const field of event.target.elements) {
    if (field.name && !field.value) field.disabled = true;
  }
}

function submitChosen(event) {
  if (event.target.matches("select")) event.currentTarget.requestSubmit();
}

for (const form of document.forms) {
  form.addEventListener("submit", dropEmptyFields);
  form.addEventListener("change", submitChosen);
  // Who comes back to a page finds its fields as they were.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const field of form.elements) field.disabled = field.hasAttribute("data-off");
  });
}

addEventListener("load", goBack);
if (drawn) setInterval(follow, LOOK_MS);

#include "RowPlan.h"

#if defined(__x86_64__)

_Static_assert(
  ROW_HAS_MESSAGE == 1 << LANE_MESSAGE && ROW_HAS_CONTACT == 1 << LANE_CONTACT
    && ROW_HAS_CONTACT_NAME == 1 << LANE_CONTACT_NAME
    && ROW_HAS_SENDER_ID == 1 << LANE_SENDER_ID
    && ROW_HAS_SENDER_NAME == 1 << LANE_SENDER_NAME,
  "lanes are flags");

ALWAYS_INLINE bool is_wide(const row_layout *layout) {
  size_t spans = layout->words.count + layout->senders.count + layout->assignees.count;
  // A quote among letters and digits would be met within timestamps.
  return layout->width <= MOST_FIELDS && spans <= MOST_SPANS && layout->quote <= '\'';
}

TARGET_WIDE static wide_keys keys_of(const uint64_t *low, const uint64_t *high) {
  wide_keys pair;
  for (size_t i = 0; i < KEYS; i++) {
    pair.keys[i] = _mm512_inserti64x4(
      _mm512_castsi256_si512(_mm256_loadu_si256((const __m256i *)low + i)),
      _mm256_loadu_si256((const __m256i *)high + i), 1);
  }
  return pair;
}

// Gives spans the next lanes of them, and says in `belong` which those are.
TARGET_WIDE static void add_spans(
  wide_plan *plan, const row_spans *spans, uint32_t *first, uint32_t *last,
  const uint64_t **secrets, __m512i *belong) {
  uint64_t ones[MOST_SPANS / 2][8] = {{0}};
  for (size_t i = 0; i < spans->count; i++) {
    size_t span = plan->span_count++;
    first[LANE_SPANS + span] = (uint32_t)spans->spans[i].first;
    last[LANE_SPANS + span] = (uint32_t)spans->spans[i].last;
    secrets[span] = spans->secrets + i * ROW_HASH_SECRETS;
    uint64_t *half = ones[span / 2] + span % 2 * 4;
    half[0] = half[1] = ~0ull;
  }
  for (size_t i = 0; i < MOST_SPANS / 2; i++) {
    belong[i] = _mm512_loadu_si512(ones[i]);
  }
}

TARGET_WIDE bool wide_plan_make(wide_plan *plan, const row_layout *layout) {
  if (!is_wide(layout)) {
    return false;
  }
  const int32_t cells[LANE_SPANS] = {
    [LANE_TIMESTAMP] = layout->timestamp,
    [1] = -1,
    [LANE_CONVERSATION] = layout->conversation,
    [LANE_MESSAGE] = layout->message,
    [LANE_CONTACT] = layout->contact,
    [LANE_CONTACT_NAME] = layout->contact_name,
    [LANE_SENDER_ID] = layout->sender_id,
    [LANE_SENDER_NAME] = layout->sender_name};
  uint32_t first[LANES] = {0}, last[LANES] = {0};
  uint32_t present = 0;
  for (size_t lane = 0; lane < LANE_SPANS; lane++) {
    if (cells[lane] >= 0) {
      first[lane] = last[lane] = (uint32_t)cells[lane];
      present |= 1u << lane;
    }
  }
  const uint64_t *secrets[MOST_SPANS];
  for (size_t i = 0; i < MOST_SPANS; i++) {
    secrets[i] = layout->cell_secrets;
  }
  plan->span_count = 0;
  add_spans(plan, &layout->words, first, last, secrets, plan->are_words);
  add_spans(plan, &layout->senders, first, last, secrets, plan->are_senders);
  add_spans(plan, &layout->assignees, first, last, secrets, plan->are_assignees);
  plan->is_present = (__mmask16)(present | ((1u << plan->span_count) - 1) << LANE_SPANS);
  plan->first = _mm512_loadu_si512(first);
  plan->last = _mm512_loadu_si512(last);
  for (size_t i = 0; i < MOST_SPANS / 2; i++) {
    plan->spans[i] = keys_of(secrets[2 * i], secrets[2 * i + 1]);
  }
  const uint64_t *cell = layout->cell_secrets;
  plan->conversation_and_message = keys_of(cell, cell + ROW_HASH_SECRETS);
  plan->contact = keys_of(cell + 2 * ROW_HASH_SECRETS, cell + 2 * ROW_HASH_SECRETS);
  // Printable ASCII from behind the quote on; the few bytes before it are looked at with care.
  uint8_t least = layout->quote < 0x21 ? 0x21 : (uint8_t)(layout->quote + 1);
  plan->least = _mm512_set1_epi8((char)least);
  plan->bound = _mm512_set1_epi8((char)(0x7F - least));
  plan->fields = layout->width == MOST_FIELDS ? ~0u : (1u << layout->width) - 1;
  plan->end_of_record = 1u << (layout->width - 1);
  return true;
}

#endif

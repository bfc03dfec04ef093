package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joinvoices.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

class SeedActionTest {

  /** The published text, its non-breaking spaces made ordinary and one slip mended. */
  private static final String INTRODUCTION =
      """
      At the U.S.-Mexico border, there are thousands of families in danger and waiting for a \
      positive response to their asylum claims for more than a year. They have sent a message \
      to President-Elect Joe Biden and Vice President-Elect Kamala Harris and you can join \
      them.

      Take action by signing on to this message that will be delivered to the Biden \
      Administration prior to the Presidential Inauguration on January 20th. In addition, when \
      you take action, your U.S. Senators and member of the U.S. House of Representatives will \
      receive a similar message, calling on them to encourage the Biden administration to take \
      action immediately upon taking office.""";

  /** The published letter, word for word. */
  private static final String LETTER =
      """
      Dear President-Elect Joe Biden and Vice President-Elect Kamala Harris,

      A cordial greeting and congratulations on winning the 2020 election. We trust that under \
      your administration, many of the proposals you have committed to during your campaign, \
      related to the defense of migrants, will be quickly implemented. At the US-Mexico \
      border, there are thousands of families in danger and waiting for a positive response to \
      their asylum claims for more than a year. As you can imagine, this has been detrimental \
      to these men, women, girls, and boys. For the sake of their lives, we ask that as soon \
      as you assume leadership that you respect their right to asylum in the following ways:

      1. Open the US-Mexico border to receive people seeking asylum and end Title 42 \
      expulsions, since the Center for Disease Control (CDC) has said that the closure of \
      borders does not protect the health, and asylum seekers are at risk in all border \
      cities.
      2. Immediately eliminate MPP, also known as the “Remain in Mexico” Program, taking into \
      account the Convention on the Status of Refugees and ensuring that the people subject to \
      the program can carry out their asylum cases within the United States in freedom, not in \
      the detention centers where so many people have been infected with COVID-19, and without \
      ankle monitors that serve as a digital prison.
      3. Immediately eliminate the waitlist to apply for asylum and invest in more USCIS \
      personnel trained to serve migrants more quickly
      4. Immediately eliminate the separation of migrant families and take immediate action \
      for their family reunification.
      5. Guarantee legal representation for asylum seekers
      6. Guarantee the right to seek asylum, especially for vulnerable populations, for \
      example, pregnant women and unaccompanied minors. Many women have seen directly that \
      simply for being pregnant, border authorities dissuade them from or present obstacles to \
      their pursuit of asylum.

      These are the key issues for families waiting for asylum at the border, and we who \
      advocate on their behalf. We recognize that there is a great deal of work needed to \
      achieve a fair and humane migration system in the United States, and we ask that with \
      every decision you make, that you consider the human rights of migrants under \
      international law, which was made to protect people fleeing persecution.

      The asylum seekers are committed to complying with the health measures put in place to \
      protect us all, both for themselves and for US citizens, measures that should not \
      paralyze the asylum process.

      We appreciate your attention to these requests and look forward to a favorable response \
      within the first hundred days of your administration.""";

  private static final Instant NOON = Instant.parse("2021-01-20T17:00:00Z");

  private final DataSource database = TestDatabase.fresh();

  @Test
  void carriesThePublishedTextWordForWord() {
    LetterText text = SeedAction.publish(database, SampleActions.OPEN).letter().original();

    assertThat(text.title()).isEqualTo("Join Voices with Asylum Seekers");
    assertThat(text.introduction()).isEqualTo(INTRODUCTION);
    assertThat(wholeLetter(text)).isEqualTo(LETTER);
  }

  @Test
  void isDueAtNoonAndHopesForAnswersWithinAHundredDays() {
    Action seed = SeedAction.publish(database, SampleActions.OPEN);

    assertThat(seed.deadline().toInstant()).isEqualTo(NOON);
    assertThat(seed.responseDue()).isEqualTo(LocalDate.of(2021, 4, 30));
    assertThat(seed.topics()).containsExactly("Immigration");
    assertThat(seed.authors()).containsExactly("Asylum-seeking families at the U.S.-Mexico border");
  }

  @Test
  void changesItsAddresseesAtNoon() {
    Action seed = SeedAction.publish(database, SampleActions.OPEN);

    assertThat(addressed(seed, NOON.minusSeconds(1)))
        .containsExactly("President-Elect Joe Biden", "Vice President-Elect Kamala Harris");
    assertThat(addressed(seed, NOON))
        .containsExactly("President Joe Biden", "Vice President Kamala Harris");
  }

  @Test
  void asksLegislatorsInTheFirstLineAndLeavesNamesToTheEnvelope() {
    for (LetterText text : SeedAction.publish(database, SampleActions.OPEN).letter().texts()) {
      for (String message : List.of(text.toSenators(), text.toRepresentatives())) {
        assertThat(message.lines().findFirst().orElseThrow())
            .containsPattern("encourage|aliente|تشجيع");
        assertThat(message).contains("\n\n1. ", "\n\n6. ").hasSizeLessThan(10_000);
      }
      assertThat(text.toSenators()).isNotEqualTo(text.toRepresentatives());
    }
  }

  @Test
  void claimsNoApprovalNobodyGave() {
    assertThat(SeedAction.publish(database, SampleActions.OPEN).letter().texts())
        .extracting(LetterText::language, LetterText::status)
        .containsExactly(
            tuple("en", TextStatus.REVIEWED),
            tuple("ar", TextStatus.DRAFT),
            tuple("es", TextStatus.DRAFT));
  }

  @Test
  void leavesAloneWhatHasBeenPublishedSince() {
    Action first = SeedAction.publish(database, SampleActions.OPEN);
    Action longer = SampleActions.withGoal(first, 7);
    new ActionStore(database).save(longer, SampleActions.OPEN);

    Action second = SeedAction.publish(database, SampleActions.OPEN.plus(Duration.ofDays(1)));

    assertThat(second).isEqualTo(longer);
  }

  private static String wholeLetter(LetterText text) {
    String demands =
        text.demands().stream()
            .map(demand -> demand.number() + ". " + demand.text())
            .collect(Collectors.joining("\n"));
    return String.join("\n\n", text.salutation(), text.opening(), demands, text.closing());
  }

  private static List<String> addressed(Action action, Instant at) {
    return action.addressees().stream()
        .filter(addressee -> addressee.validAt(at))
        .map(Addressee::name)
        .toList();
  }
}

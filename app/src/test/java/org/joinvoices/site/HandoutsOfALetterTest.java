package org.joinvoices.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.action.ActionStore;
import org.joinvoices.action.SampleActions;
import org.joinvoices.delivery.Handouts;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What shows a letter elsewhere. */
class HandoutsOfALetterTest {

  private static final String PICTURE = "/actions/sample-letter/picture.png";

  private final SigningHouse house = new SigningHouse();
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(
              new HandoutController(
                  new ActionBySlug(house.actions),
                  new Handouts(URI.create("https://house.example"))))
          .build();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPictureOfEachLanguageMayBeKeptForADay() throws Exception {
    var english = open(PICTURE);
    var spanish = open("/es" + PICTURE);

    assertThat(english.getStatus()).isEqualTo(200);
    assertThat(english.getContentType()).isEqualTo("image/png");
    assertThat(english.getHeader("Cache-Control")).contains("max-age=86400", "public");
    assertThat(english.getHeader("Set-Cookie")).isNull();
    assertThat(width(english)).isEqualTo(1200);
    assertThat(spanish.getContentAsByteArray()).isNotEqualTo(english.getContentAsByteArray());
    assertThat(open("/en" + PICTURE).getHeader("ETag")).isEqualTo(english.getHeader("ETag"));
  }

  @Test
  void aPictureIsSentAgainOnlyOnceItShowsSomethingElse() throws Exception {
    String tag = Objects.requireNonNull(open(PICTURE).getHeader("ETag"));
    assertThat(openAgain(PICTURE, tag).getStatus()).isEqualTo(304);
    assertThat(openAgain(PICTURE, tag).getContentAsByteArray()).isEmpty();

    var store = new ActionStore(house.database);
    store.save(SampleActions.reworded(house.action), SampleActions.OPEN);
    assertThat(openAgain(PICTURE, tag).getStatus()).isEqualTo(304);

    store.save(SampleActions.retitled(house.action, "Another sample title"), SampleActions.OPEN);

    assertThat(openAgain(PICTURE, tag).getStatus()).isEqualTo(200);
  }

  @Test
  void aPosterIsAPageInTheLanguageAskedForWithTheAddressOfThatPage() throws Exception {
    assertThat(poster("/actions/sample-letter/poster.pdf"))
        .contains("JOIN THIS LETTER", "https://house.example/actions/sample-letter");
    assertThat(poster("/es/actions/sample-letter/poster.pdf"))
        .contains("SÚMESE A ESTA CARTA", "https://house.example/es/actions/sample-letter");
    assertThat(open("/fr/actions/sample-letter/poster.pdf").getStatus()).isEqualTo(404);
  }

  private String poster(String path) throws Exception {
    var answer = open(path);
    assertThat(answer.getContentType()).isEqualTo("application/pdf");
    assertThat(answer.getHeader("ETag")).isNotNull();
    try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
      return new PDFTextStripper().getText(document).replaceAll("(?<=[./-])\\s+", "");
    }
  }

  @Test
  void thereIsNoneOfAnotherLanguageNorOfAnotherLetter() throws Exception {
    assertThat(open("/fr" + PICTURE).getStatus()).isEqualTo(404);
    assertThat(open("/actions/no-such-letter/picture.png").getStatus()).isEqualTo(404);
  }

  private static int width(MockHttpServletResponse answer) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray())).getWidth();
  }

  private MockHttpServletResponse open(String path) throws Exception {
    return server.perform(get(path)).andReturn().getResponse();
  }

  private MockHttpServletResponse openAgain(String path, String tag) throws Exception {
    return server.perform(get(path).header("If-None-Match", tag)).andReturn().getResponse();
  }
}

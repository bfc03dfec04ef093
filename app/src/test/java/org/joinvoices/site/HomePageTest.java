package org.joinvoices.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class HomePageTest {

  private final SigningHouse house = new SigningHouse();
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(
              new HomeController(
                  house.actions,
                  house.counts,
                  new Frames(house.clock, URI.create("https://house.example")),
                  new Pages(),
                  house.clock,
                  house.switches))
          .build();

  @AfterEach
  void close() {
    house.close();
  }

  private MockHttpServletResponse open(String path) throws Exception {
    return server.perform(get(path)).andReturn().getResponse();
  }

  @Test
  void keepsTheListWhileTheDatabaseIsAway() throws Exception {
    String letter = "/actions/" + house.action.slug() + '"';
    assertThat(open("/").getContentAsString()).contains(letter);
    house.loseDatabase();
    Thread.sleep(1_100); // the page's own age

    assertThat(open("/").getStatus()).isEqualTo(200);
    assertThat(open("/").getContentAsString()).contains(letter);
  }

  @Test
  void hasNoPageInALanguageItDoesNotSpeak() throws Exception {
    assertThat(open("/es").getStatus()).isEqualTo(200);
    assertThat(open("/xx").getStatus()).isEqualTo(404);
  }
}

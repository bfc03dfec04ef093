package org.joinvoices.signing;

import java.util.List;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;

/**
 * The way of a signature that is not confirmed yet, as its pages show it.
 *
 * @param at which of the steps is next, from 0
 */
public record Stages(List<String> steps, int at) {

  private static final Texts TEXTS = Texts.beside(Stages.class);

  public Stages {
    steps = List.copyOf(steps);
  }

  /** The signature is stored, and waits for its confirmation. */
  public static Stages unconfirmed(String language, Act act) {
    Words words = TEXTS.in(language);
    String last =
        switch (act) {
          case SEND -> "stage.sent";
          case LETTER -> "stage.counted";
        };
    return new Stages(
        List.of(words.get("stage.signed"), words.get("stage.confirm"), words.get(last)), 1);
  }
}

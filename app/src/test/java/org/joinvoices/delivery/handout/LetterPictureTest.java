package org.joinvoices.delivery.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPictureTest {

  private static final int GROUND = 0xFFF3F4F1;
  private static final List<String> AUTHORS = List.of("Sample families");
  private static final String LONGEST =
      "Sample words about mañana and ¿quién? ".repeat(6).substring(0, 200);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sample",
        "A sample letter about welcoming everybody who comes to the door",
        "“Sample” título: ¿cuándo, señor?",
        "שלום וברכה",
        "أهلا وسهلا",
        "欢迎欢迎欢迎欢迎欢迎"
      })
  void showsTheTitleWhateverItsLetters(String title) throws IOException {
    BufferedImage picture = draw(title, AUTHORS);

    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(630);
    assertThat(hasInk(picture, 80, 80, 1120, 415)).isTrue();
    assertNothingAtTheEdges(picture);
  }

  @Test
  void makesRoomForTheLongestTitle() throws IOException {
    assertNothingAtTheEdges(draw(LONGEST, AUTHORS));
    assertNothingAtTheEdges(draw("W".repeat(200), AUTHORS));
    assertNothingAtTheEdges(draw("迎".repeat(200), AUTHORS));
  }

  @Test
  void leavesOutAuthorsForWhomThereIsNoRoom() throws IOException {
    assertNothingAtTheEdges(draw("Sample", List.of("Sample families of many places ".repeat(9))));
    assertNothingAtTheEdges(draw("Sample", List.of("W".repeat(300))));
  }

  @Test
  void isTheSamePictureOfTheSameLetter() {
    assertThat(bytes("Sample", AUTHORS))
        .isEqualTo(bytes("Sample", AUTHORS))
        .isNotEqualTo(bytes("Sample", List.of("Others")));
  }

  /** Above the title, between it and the authors, and on either side. */
  private static void assertNothingAtTheEdges(BufferedImage picture) {
    assertThat(hasInk(picture, 0, 20, 1200, 78)).as("above").isFalse();
    assertThat(hasInk(picture, 0, 20, 70, 630)).as("left").isFalse();
    assertThat(hasInk(picture, 1130, 20, 1200, 630)).as("right").isFalse();
    assertThat(hasInk(picture, 0, 432, 1200, 445)).as("below the title").isFalse();
    assertThat(hasInk(picture, 0, 600, 1200, 630)).as("below").isFalse();
  }

  private static boolean hasInk(BufferedImage picture, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (picture.getRGB(x, y) != GROUND) {
          return true;
        }
      }
    }
    return false;
  }

  private static BufferedImage draw(String title, List<String> authors) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes(title, authors)));
  }

  private static byte[] bytes(String title, List<String> authors) {
    return new LetterPicture().draw(title, authors, "JoinVoices");
  }
}

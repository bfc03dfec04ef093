package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.joinvoices.platform.crypto.Sha256;

/**
 * A file that pages need: style, script, icon, font; from {@code static/assets} of the jar. A style
 * names a font by its file name, and is served with the address that changes with the font.
 */
final class Asset {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  private static final Pattern FONT = Pattern.compile("url\\(\"([a-z0-9-]+\\.woff2)\"\\)");
  private static final int HASH_LENGTH = 12;
  private static final ConcurrentHashMap<String, Asset> KNOWN = new ConcurrentHashMap<>();

  private final String name;
  private final Packed content;
  private final String hash;

  private Asset(String name, byte[] content) {
    this.name = name;
    this.content = Packed.of(content);
    this.hash = hash(content);
  }

  /**
   * @param name file name without folders, of a known type
   */
  static Optional<Asset> find(String name) {
    var known = KNOWN.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    var read = read(name);
    read.ifPresent(asset -> KNOWN.put(name, asset));
    return read;
  }

  /** An address that changes with the content, so that browsers may keep it for good. */
  String path() {
    return "/assets/" + hash + "/" + name;
  }

  String hash() {
    return hash;
  }

  Packed content() {
    return content;
  }

  String type() {
    return TYPES.getOrDefault(ending(name), "");
  }

  private static Optional<Asset> read(String name) {
    if (!name.matches("[a-z0-9-]+\\.[a-z0-9]+") || !TYPES.containsKey(ending(name))) {
      return Optional.empty();
    }
    try (var in = Asset.class.getResourceAsStream("/static/assets/" + name)) {
      return in == null ? Optional.empty() : Optional.of(new Asset(name, told(name, in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] told(String name, InputStream in) throws IOException {
    var content = in.readAllBytes();
    return ending(name).equals("css")
        ? withFonts(new String(content, UTF_8)).getBytes(UTF_8)
        : content;
  }

  private static String withFonts(String style) {
    return FONT.matcher(style)
        .replaceAll(font -> "url(\"" + find(font.group(1)).orElseThrow().path() + "\")");
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String hash(byte[] content) {
    return Sha256.hex(content).substring(0, HASH_LENGTH);
  }
}

package org.joinvoices.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Moves the clock of a server that is tortured, as if its machine's had been set: every question
 * for the time, of ours and of all libraries, is answered with that much more or less. What only
 * measures how long something lasts goes on evenly, as on a real machine.
 *
 * <p>It works on a process alone that was started with the {@link #options} made here; a house that
 * is served has no switch for it.
 */
public final class ClockAgent {

  private static final String OFFSET = "joinvoices.torture.clock-millis";
  private static final byte[] ASKING = "currentTimeMillis".getBytes(StandardCharsets.ISO_8859_1);
  private static final int LOOK_MILLIS = 100;
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final ClassDesc LONG = ConstantDescs.CD_Long;
  private static final MethodTypeDesc FIND =
      MethodTypeDesc.of(LONG, ConstantDescs.CD_String, ConstantDescs.CD_long);
  private static final MethodTypeDesc VALUE = MethodTypeDesc.of(ConstantDescs.CD_long);
  private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

  private ClockAgent() {}

  /**
   * Options of Java for a server whose clock is to be moved.
   *
   * @param offset file that tells by how much, see {@link #set}
   */
  static List<String> options(Path offset) throws IOException {
    set(offset, Duration.ZERO);
    Path jar = offset.resolveSibling("clock-agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close(); // the class itself is on the path already
    }
    return List.of("-javaagent:" + jar + "=" + offset);
  }

  /** Sets how far ahead of the machine's the clock is from now on; behind where negative. */
  static void set(Path offset, Duration ahead) throws IOException {
    Path next = offset.resolveSibling(offset.getFileName() + ".next");
    Files.writeString(next, Long.toString(ahead.toMillis()));
    Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether a server's clock is that far ahead by its own account. */
  static boolean shows(Path offset, Duration ahead) {
    try {
      Instant shown = Instant.parse(Files.readString(shown(offset)));
      Instant expected = InstantSource.system().instant().plus(ahead);
      return Duration.between(shown, expected).abs().compareTo(TOLERANCE) < 0;
    } catch (IOException | DateTimeParseException e) {
      return false;
    }
  }

  private static Path shown(Path offset) {
    return offset.resolveSibling(offset.getFileName() + ".shown");
  }

  /** Called by Java before the program begins. */
  public static void premain(String offset, Instrumentation java)
      throws UnmodifiableClassException, ClassNotFoundException, IOException {
    Path file = Path.of(offset);
    System.setProperty(OFFSET, Files.readString(file));
    java.addTransformer(new Moving(), true);
    java.retransformClasses(Clock.class, Class.forName("java.time.Clock$SystemClock"), Date.class);
    Thread.ofPlatform().name("clock-agent").daemon().start(() -> follow(file));
  }

  private static void follow(Path file) {
    while (true) {
      try {
        System.setProperty(OFFSET, Files.readString(file));
        Files.writeString(shown(file), InstantSource.system().instant().toString());
      } catch (IOException unreadable) {
        // the torture is over
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private static final class Moving implements ClassFileTransformer {

    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> before,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (!asks(bytes)) {
        return null;
      }
      ClassFile file = ClassFile.of();
      return file.transformClass(
          file.parse(bytes),
          ClassTransform.transformingMethodBodies(
              (code, element) -> {
                code.with(element);
                if (element instanceof InvokeInstruction call) {
                  move(code, call);
                }
              }));
    }

    private static boolean asks(byte[] bytes) {
      for (int i = 0; i + ASKING.length <= bytes.length; i++) {
        if (Arrays.equals(bytes, i, i + ASKING.length, ASKING, 0, ASKING.length)) {
          return true;
        }
      }
      return false;
    }

    private static void move(CodeBuilder code, InvokeInstruction call) {
      switch (call.owner().asInternalName() + "." + call.name().stringValue()) {
        case "java/lang/System.currentTimeMillis" -> {
          loadOffset(code);
          code.ladd();
        }
        case "jdk/internal/misc/VM.getNanoTimeAdjustment" -> {
          loadOffset(code);
          code.loadConstant(NANOS_IN_A_MILLISECOND);
          code.lmul();
          code.ladd();
        }
        default -> {
          // does not ask for the time
        }
      }
    }

    private static void loadOffset(CodeBuilder code) {
      code.loadConstant(OFFSET);
      code.loadConstant(0L);
      code.invokestatic(LONG, "getLong", FIND);
      code.invokevirtual(LONG, "longValue", VALUE);
    }
  }
}

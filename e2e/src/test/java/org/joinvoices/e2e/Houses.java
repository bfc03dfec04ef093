package org.joinvoices.e2e;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a class of stories its house: the one that all of a process share, or with {@link Own} one
 * that it may stop, kill and wind forward. After each story the logs are read: no person of it may
 * be in them.
 */
final class Houses implements ParameterResolver, AfterEachCallback {

  /** On a class whose house nobody else may use. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Own {}

  private static final Namespace NAMESPACE = Namespace.create(Houses.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Demo.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return house(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Privacy.assertTellsOfNobody("the logs", house(context).logs());
  }

  private static Demo house(ExtensionContext context) {
    return context.getRequiredTestClass().isAnnotationPresent(Own.class)
        ? own(classContext(context))
        : Shared.HOUSE;
  }

  private static Demo own(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Demo.class, ignored -> Demo.start(), Demo.class);
  }

  private static ExtensionContext classContext(ExtensionContext context) {
    return context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
  }

  /** Lives as long as the process, to which Surefire gives one class after the other. */
  private static final class Shared {

    static final Demo HOUSE = Demo.start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(HOUSE::close));
    }
  }
}

package io.ephemeral.feishu.autoconfigure.simulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches if the simulator takes the place of the
 * platform: {@code feishu.simulator.enabled} is true, or it is not set and no property
 * names a real app.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnEnabledSimulatorCondition.class)
public @interface ConditionalOnEnabledSimulator {

}

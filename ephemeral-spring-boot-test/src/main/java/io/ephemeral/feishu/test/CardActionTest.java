package io.ephemeral.feishu.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Annotation for a test of handlers of clicks. It starts only what lies between a click
 * and its reply: binding, validation, seals, languages, code around handlers and
 * exceptions, as in production. There is no server, no platform and no simulator, and the
 * application needs no credentials.
 *
 * <pre class="code">
 * &#064;CardActionTest
 * class LunchHandlersTests {
 *
 * 	&#064;Autowired
 * 	private TestClicks clicks;
 *
 * 	&#064;MockitoBean
 * 	private Kitchen kitchen;
 *
 * 	&#064;Test
 * 	void eatWhenNoodlesThenSaysSo() {
 * 		assertThat(this.clicks.on(new Eat(Dish.NOODLES))).showsToast("Enjoy your noodles");
 * 	}
 *
 * }</pre>
 * <p>
 * The component scan of the application finds only classes with {@code @CardAction}
 * methods, {@code @CardActionAdvice}, interceptors, handlers and resolvers of the
 * library's interfaces, validators of forms, and sources of an {@code Authentication}.
 * Add others with {@code @Import}, or replace them with mocks. A call of the platform
 * fails, so a test that needs one replaces its template with a mock. Handlers and the
 * work after their replies run on the thread of the test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@BootstrapWith(CardActionTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(CardActionTypeExcludeFilter.class)
@ImportAutoConfiguration
@TestPropertySource(properties = { "feishu.enabled=true", "feishu.long-connection.enabled=true" })
public @interface CardActionTest {

	/**
	 * Returns the properties of the test.
	 * @return properties in the form {@code key=value}
	 */
	String[] properties() default {};

	/**
	 * Returns the classes of the handlers, as {@link #handlers()}.
	 * @return classes with {@code @CardAction} methods
	 */
	@AliasFor("handlers")
	Class<?>[] value() default {};

	/**
	 * Returns the classes of the handlers.
	 * @return classes with {@code @CardAction} methods; by default, all that the
	 * component scan finds
	 */
	@AliasFor("value")
	Class<?>[] handlers() default {};

	/**
	 * Returns whether the component scan finds the classes that this annotation names.
	 * @return false if only {@link #includeFilters()} count
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Returns the filters that add components.
	 * @return filters of the component scan
	 */
	Filter[] includeFilters() default {};

	/**
	 * Returns the filters that exclude components.
	 * @return filters of the component scan
	 */
	Filter[] excludeFilters() default {};

}

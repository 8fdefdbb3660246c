package io.ephemeral.feishu.binding;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.module.kotlin.KotlinFeature;
import tools.jackson.module.kotlin.KotlinModule;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * JSON of classes with components. Those of Kotlin need Jackson's module for Kotlin on
 * the class path.
 */
public final class BoundJson {

	static final String KOTLIN_MODULE = "tools.jackson.module.kotlin.KotlinModule";

	private static final boolean PRESENT = ClassUtils.isPresent(KOTLIN_MODULE, BoundJson.class.getClassLoader());

	private BoundJson() {
	}

	/**
	 * Adds the constructors of classes, and the nullable types and defaults of Kotlin.
	 * @return the same builder
	 */
	public static JsonMapper.Builder addTo(JsonMapper.Builder mapper) {
		mapper.addModule(new Constructors());
		return PRESENT ? Kotlin.addTo(mapper) : mapper;
	}

	/** Returns whether a mapper understands a class. */
	public static boolean canRead(Class<?> type) {
		return PRESENT || !KotlinDetector.isKotlinType(type);
	}

	/**
	 * Returns the only instance of an {@code object}.
	 * @param type any class
	 * @return the instance; null if the class is not an object of Kotlin
	 */
	public static @Nullable Object objectOf(Class<?> type) {
		Field instance = KotlinDetector.isKotlinType(type) ? ReflectionUtils.findField(type, "INSTANCE", type) : null;
		if (instance == null || !ReflectionUtils.isPublicStaticFinal(instance)) {
			return null;
		}
		ReflectionUtils.makeAccessible(instance);
		return ReflectionUtils.getField(instance, null);
	}

	private static final class Constructors extends SimpleModule {

		private static final long serialVersionUID = 1L;

		@Override
		public void setupModule(SetupContext context) {
			super.setupModule(context);
			context.appendAnnotationIntrospector(new OnlyConstructor());
		}

	}

	/**
	 * Separate, because the module is optional.
	 */
	private static final class Kotlin {

		static JsonMapper.Builder addTo(JsonMapper.Builder mapper) {
			return mapper.addModule(new KotlinModule.Builder().enable(KotlinFeature.NullToEmptyCollection).build());
		}

	}

}

package io.ephemeral.feishu.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import io.ephemeral.feishu.simulator.card.CardViolation;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Message;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.netty.handler.codec.http.HttpMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations that send, update and recall public messages: cards and texts.
 */
public final class MessageApi {

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	private static final List<String> ID_TYPES = List.of("chat_id", "open_id", "user_id", "union_id", "email");

	private static final int MAX_TEXT_SIZE = 150 * 1024;

	private static final int MAX_UUID_LENGTH = 50;

	private static final Pattern MESSAGE_ID = Pattern.compile("om_[A-Za-z0-9_-]+");

	private final Tenant tenant;

	MessageApi(Tenant tenant) {
		this.tenant = tenant;
	}

	public static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.post(MESSAGES, tokenCheck.beforeMessages((tenant, request) -> new MessageApi(tenant).send(request)));
		routes.post(MESSAGES + "/:id/reply",
				tokenCheck.beforeMessages((tenant, request) -> new MessageApi(tenant).reply(request)));
		routes.add(HttpMethod.PATCH, MESSAGES + "/:id",
				tokenCheck.beforeMessages((tenant, request) -> new MessageApi(tenant).update(request)));
		routes.add(HttpMethod.DELETE, MESSAGES + "/:id",
				tokenCheck.beforeMessages((tenant, request) -> new MessageApi(tenant).recall(request)));
	}

	private ApiResponse send(ApiRequest request) {
		JsonNode body = JsonBody.of(request);
		String idType = requireIdType(request);
		String id = require(body, "receive_id");
		String uuid = uuid(body);
		String type = requireType(body);
		return sent(this.tenant.publish(idType, id, type, requireContent(body, type), uuid));
	}

	private static String requireIdType(ApiRequest request) {
		String idType = request.parameter("receive_id_type");
		if (idType.isEmpty()) {
			throw ApiRefusal.validation("receive_id_type", "", "receive_id_type is required");
		}
		if (!ID_TYPES.contains(idType)) {
			throw ApiRefusal.validation("receive_id_type", idType, "options: [" + String.join(",", ID_TYPES) + "]");
		}
		return idType;
	}

	private ApiResponse reply(ApiRequest request) {
		String messageId = requireMessageId(request);
		JsonNode body = JsonBody.of(request);
		String uuid = uuid(body);
		String type = requireType(body);
		boolean inThread = body.path("reply_in_thread").asBoolean(false);
		return sent(this.tenant.reply(messageId, inThread, type, requireContent(body, type), uuid));
	}

	private ApiResponse update(ApiRequest request) {
		String messageId = requireMessageId(request);
		this.tenant.update(messageId, requireContent(JsonBody.of(request), Message.CARD));
		return done();
	}

	private ApiResponse recall(ApiRequest request) {
		this.tenant.recall(requireMessageId(request));
		return done();
	}

	private static String requireMessageId(ApiRequest request) {
		if (!MESSAGE_ID.matcher(request.pathId()).matches()) {
			throw ApiRefusal.noMessageId(request.pathId());
		}
		return request.pathId();
	}

	private static String requireType(JsonNode body) {
		String type = require(body, "msg_type");
		if (!List.of(Message.CARD, Message.TEXT).contains(type)) {
			throw refuse("msg_type", "msg_type must be interactive or text; the simulator supports no other types");
		}
		return type;
	}

	private static JsonNode requireContent(JsonNode body, String type) {
		String text = require(body, "content");
		boolean isCard = type.equals(Message.CARD);
		if (text.getBytes(StandardCharsets.UTF_8).length > (isCard ? Tenant.MAX_CARD_SIZE : MAX_TEXT_SIZE)) {
			throw ApiRefusal.of(ApiError.MESSAGE_TOO_LONG);
		}
		JsonNode content = parse(text);
		if (isCard) {
			List<CardViolation> violations = CardChecks.violations(content, CardTarget.PUBLIC);
			if (!violations.isEmpty()) {
				throw ApiRefusal.card(ApiError.MESSAGE_CARD_REFUSED, violations);
			}
		}
		else if (content.path("text").asString("").isBlank()) {
			throw refuse("content", "content must have the field text, which must not be blank");
		}
		return content;
	}

	private static JsonNode parse(String content) {
		try {
			JsonNode json = Json.parse(content);
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			// refused below, like any other text that is not an object
		}
		throw refuse("content", "content is not a string that holds a JSON object");
	}

	private static String uuid(JsonNode body) {
		String uuid = body.path("uuid").asString("");
		if (uuid.length() > MAX_UUID_LENGTH) {
			throw ApiRefusal.validation("uuid", uuid, "the max len is " + MAX_UUID_LENGTH);
		}
		return uuid;
	}

	private static String require(JsonNode body, String field) {
		JsonNode value = body.path(field);
		if (value.isMissingNode() || value.isNull() || value.stringValue("-").isBlank()) {
			throw ApiRefusal.validation(field, "", field + " is required");
		}
		if (!value.isString()) {
			throw ApiRefusal.wrongType(field, Json.text(value));
		}
		return value.stringValue();
	}

	private static ApiRefusal refuse(String field, String detail) {
		return ApiRefusal.field(ApiError.MESSAGE_PARAMETER_INVALID, field, detail);
	}

	private static ApiResponse done() {
		ApiResponse response = ApiResponse.ok();
		response.body().putObject("data");
		return response;
	}

	private ApiResponse sent(Message message) {
		ApiResponse response = ApiResponse.ok();
		ObjectNode data = response.body().putObject("data").put("message_id", message.id());
		Message parent = message.parent();
		if (parent != null) {
			data.put("root_id", message.root().id()).put("parent_id", parent.id());
		}
		if (message.threadId() != null) {
			data.put("thread_id", message.threadId());
		}
		data.put("msg_type", message.type())
			.put("create_time", Long.toString(message.createdAt().toEpochMilli()))
			.put("update_time", Long.toString(message.updatedAt().toEpochMilli()))
			.put("deleted", this.tenant.isRecalled(message.id()))
			.put("updated", message.updatedAt().isAfter(message.createdAt()))
			.put("chat_id", message.chat().id());
		data.putObject("sender")
			.put("id", this.tenant.appId())
			.put("id_type", "app_id")
			.put("sender_type", "app")
			.put("tenant_key", this.tenant.tenantKey());
		data.putObject("body").put("content", Json.text(message.content()));
		return response;
	}

}

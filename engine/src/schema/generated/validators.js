// Made from schemas/ by `npm run generate`. Change it there.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var validateMachine = validate21, schema6 = { type: "object", properties: { Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, StartAt: { type: "string" }, States: { type: "object", additionalProperties: { type: "object" } }, Version: { type: "string" }, TimeoutSeconds: { type: "integer", minimum: 1, maximum: 99999999 } }, additionalProperties: !1, required: ["States", "StartAt"], groups: [], $id: "/machine" };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.States === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "States" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.StartAt === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "StartAt" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Comment" || key0 === "QueryLanguage" || key0 === "StartAt" || key0 === "States" || key0 === "Version" || key0 === "TimeoutSeconds")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err3 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data1 = data.QueryLanguage;
      if (typeof data1 != "string") {
        let err4 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (!(data1 === "JSONPath" || data1 === "JSONata")) {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema6.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.StartAt !== void 0 && typeof data.StartAt != "string") {
      let err6 = { instancePath: instancePath + "/StartAt", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.States !== void 0) {
      let data3 = data.States;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3))
        for (let key1 in data3) {
          let data4 = data3[key1];
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
            let err7 = { instancePath: instancePath + "/States/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
      else {
        let err8 = { instancePath: instancePath + "/States", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.Version !== void 0 && typeof data.Version != "string") {
      let err9 = { instancePath: instancePath + "/Version", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.TimeoutSeconds !== void 0) {
      let data6 = data.TimeoutSeconds;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        let err10 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 99999999 || isNaN(data6)) {
          let err11 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          let err12 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
    }
  } else {
    let err13 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
var validateBranch = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.States === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "States" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.StartAt === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "StartAt" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Comment" || key0 === "StartAt" || key0 === "States")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err3 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.StartAt !== void 0 && typeof data.StartAt != "string") {
      let err4 = { instancePath: instancePath + "/StartAt", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.States !== void 0) {
      let data2 = data.States;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2))
        for (let key1 in data2) {
          let data3 = data2[key1];
          if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
            let err5 = { instancePath: instancePath + "/States/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
      else {
        let err6 = { instancePath: instancePath + "/States", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
var validateItemProcessor = validate23;
var schema9 = { type: "object", properties: { Mode: { type: "string", enum: ["INLINE", "DISTRIBUTED"] }, ExecutionType: { type: "string", enum: ["STANDARD", "EXPRESS"] } }, additionalProperties: !1, required: [], groups: [], allOf: [{ if: { properties: { Mode: { const: "DISTRIBUTED" } }, required: ["Mode"] }, then: { required: ["ExecutionType"] } }], $id: "/processor-config" };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs2 = errors, valid1 = !0, _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.Mode === void 0 && (missing0 = "Mode")) {
      let err0 = {};
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    } else if (data.Mode !== void 0 && data.Mode !== "DISTRIBUTED") {
      let err1 = {};
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.ExecutionType === void 0) {
      let err2 = { instancePath, keyword: "required", params: { missingProperty: "ExecutionType" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    let err3 = { instancePath, keyword: "if", params: { failingKeyword: "then" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "Mode" || key0 === "ExecutionType")) {
        let err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.Mode !== void 0) {
      let data1 = data.Mode;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/Mode", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "INLINE" || data1 === "DISTRIBUTED")) {
        let err6 = { instancePath: instancePath + "/Mode", keyword: "enum", params: { allowedValues: schema9.properties.Mode.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.ExecutionType !== void 0) {
      let data2 = data.ExecutionType;
      if (typeof data2 != "string") {
        let err7 = { instancePath: instancePath + "/ExecutionType", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (!(data2 === "STANDARD" || data2 === "EXPRESS")) {
        let err8 = { instancePath: instancePath + "/ExecutionType", keyword: "enum", params: { allowedValues: schema9.properties.ExecutionType.enum } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.States === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "States" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.StartAt === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "StartAt" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Comment" || key0 === "ProcessorConfig" || key0 === "StartAt" || key0 === "States")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err3 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.ProcessorConfig !== void 0 && (validate24(data.ProcessorConfig, { instancePath: instancePath + "/ProcessorConfig", parentData: data, parentDataProperty: "ProcessorConfig", rootData }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length)), data.StartAt !== void 0 && typeof data.StartAt != "string") {
      let err4 = { instancePath: instancePath + "/StartAt", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.States !== void 0) {
      let data3 = data.States;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3))
        for (let key1 in data3) {
          let data4 = data3[key1];
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
            let err5 = { instancePath: instancePath + "/States/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
      else {
        let err6 = { instancePath: instancePath + "/States", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
var validateStateJSONPath = validate26;
var schema11 = { type: "object", properties: { Type: { type: "string", const: "Task" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Resource: { type: "string" }, Parameters: {}, TimeoutSeconds: { type: "integer", minimum: 1, maximum: 99999999 }, TimeoutSecondsPath: { type: "string" }, HeartbeatSeconds: { type: "integer", minimum: 1, maximum: 99999999 }, HeartbeatSecondsPath: { type: "string" }, Credentials: { $ref: "/JSONPath/credentials" }, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] }, ResultSelector: { type: "object" }, ResultPath: { type: ["string", "null"] }, Assign: { type: "object" }, Retry: { type: "array", items: { $ref: "/retrier" } }, Catch: { type: "array", items: { $ref: "/JSONPath/catcher" } }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type", "Resource"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }, { fields: ["TimeoutSeconds", "TimeoutSecondsPath"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["HeartbeatSeconds", "HeartbeatSecondsPath"], min: 0, max: 1, unlessFalse: !1 }], $id: "/JSONPath/task" }, func2 = Object.prototype.hasOwnProperty;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "RoleArn" || key0 === "RoleArn.$")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.RoleArn !== void 0 && typeof data.RoleArn != "string") {
      let err1 = { instancePath: instancePath + "/RoleArn", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data["RoleArn.$"] !== void 0 && typeof data["RoleArn.$"] != "string") {
      let err2 = { instancePath: instancePath + "/RoleArn.$", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    let count0 = 0;
    if (data.RoleArn !== void 0 && count0++, data["RoleArn.$"] !== void 0 && count0++, count0 < 1 || count0 > 1) {
      let err3 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
  } else {
    let err4 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
var schema13 = { type: "object", properties: { ErrorEquals: { type: "array", minItems: 1, items: { type: "string" } }, IntervalSeconds: { type: "integer", minimum: 1, maximum: 99999999 }, MaxAttempts: { type: "integer", minimum: 0, maximum: 99999999 }, BackoffRate: { type: "number", minimum: 1 }, MaxDelaySeconds: { type: "integer", minimum: 1, maximum: 31622400 }, JitterStrategy: { type: "string", enum: ["FULL", "NONE"] }, Comment: { type: "string" } }, additionalProperties: !1, required: ["ErrorEquals"], groups: [], $id: "/retrier" };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ErrorEquals === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "ErrorEquals" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "ErrorEquals" || key0 === "IntervalSeconds" || key0 === "MaxAttempts" || key0 === "BackoffRate" || key0 === "MaxDelaySeconds" || key0 === "JitterStrategy" || key0 === "Comment")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.ErrorEquals !== void 0) {
      let data0 = data.ErrorEquals;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          let err2 = { instancePath: instancePath + "/ErrorEquals", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data0[i0] != "string") {
            let err3 = { instancePath: instancePath + "/ErrorEquals/" + i0, keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
      } else {
        let err4 = { instancePath: instancePath + "/ErrorEquals", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.IntervalSeconds !== void 0) {
      let data2 = data.IntervalSeconds;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err5 = { instancePath: instancePath + "/IntervalSeconds", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 99999999 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/IntervalSeconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err7 = { instancePath: instancePath + "/IntervalSeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      }
    }
    if (data.MaxAttempts !== void 0) {
      let data3 = data.MaxAttempts;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        let err8 = { instancePath: instancePath + "/MaxAttempts", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 99999999 || isNaN(data3)) {
          let err9 = { instancePath: instancePath + "/MaxAttempts", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          let err10 = { instancePath: instancePath + "/MaxAttempts", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      }
    }
    if (data.BackoffRate !== void 0) {
      let data4 = data.BackoffRate;
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 1 || isNaN(data4)) {
          let err11 = { instancePath: instancePath + "/BackoffRate", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/BackoffRate", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.MaxDelaySeconds !== void 0) {
      let data5 = data.MaxDelaySeconds;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        let err13 = { instancePath: instancePath + "/MaxDelaySeconds", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 31622400 || isNaN(data5)) {
          let err14 = { instancePath: instancePath + "/MaxDelaySeconds", keyword: "maximum", params: { comparison: "<=", limit: 31622400 } };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          let err15 = { instancePath: instancePath + "/MaxDelaySeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      }
    }
    if (data.JitterStrategy !== void 0) {
      let data6 = data.JitterStrategy;
      if (typeof data6 != "string") {
        let err16 = { instancePath: instancePath + "/JitterStrategy", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      if (!(data6 === "FULL" || data6 === "NONE")) {
        let err17 = { instancePath: instancePath + "/JitterStrategy", keyword: "enum", params: { allowedValues: schema13.properties.JitterStrategy.enum } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err18 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
  } else {
    let err19 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}
var schema14 = { type: "object", properties: { Assign: { type: "object" }, ErrorEquals: { type: "array", minItems: 1, items: { type: "string" } }, Next: { type: "string" }, ResultPath: { type: ["string", "null"] }, Comment: { type: "string" } }, additionalProperties: !1, required: ["ErrorEquals", "Next"], groups: [], $id: "/JSONPath/catcher" };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ErrorEquals === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "ErrorEquals" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Next === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Next" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Assign" || key0 === "ErrorEquals" || key0 === "Next" || key0 === "ResultPath" || key0 === "Comment")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Assign !== void 0) {
      let data0 = data.Assign;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        let err3 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.ErrorEquals !== void 0) {
      let data1 = data.ErrorEquals;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err4 = { instancePath: instancePath + "/ErrorEquals", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data1[i0] != "string") {
            let err5 = { instancePath: instancePath + "/ErrorEquals/" + i0, keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
      } else {
        let err6 = { instancePath: instancePath + "/ErrorEquals", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err7 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.ResultPath !== void 0) {
      let data4 = data.ResultPath;
      if (typeof data4 != "string" && data4 !== null) {
        let err8 = { instancePath: instancePath + "/ResultPath", keyword: "type", params: { type: schema14.properties.ResultPath.type } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err9 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
  } else {
    let err10 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate32.errors = vErrors, errors === 0;
}
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Resource === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Resource" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema11.properties, key0)) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "Task") {
        let err4 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Task" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err5 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err7 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema11.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Resource !== void 0 && typeof data.Resource != "string") {
      let err8 = { instancePath: instancePath + "/Resource", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.TimeoutSeconds !== void 0) {
      let data4 = data.TimeoutSeconds;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        let err9 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 99999999 || isNaN(data4)) {
          let err10 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          let err11 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      }
    }
    if (data.TimeoutSecondsPath !== void 0 && typeof data.TimeoutSecondsPath != "string") {
      let err12 = { instancePath: instancePath + "/TimeoutSecondsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.HeartbeatSeconds !== void 0) {
      let data6 = data.HeartbeatSeconds;
      if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        let err13 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 99999999 || isNaN(data6)) {
          let err14 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          let err15 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      }
    }
    if (data.HeartbeatSecondsPath !== void 0 && typeof data.HeartbeatSecondsPath != "string") {
      let err16 = { instancePath: instancePath + "/HeartbeatSecondsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.Credentials !== void 0 && (validate28(data.Credentials, { instancePath: instancePath + "/Credentials", parentData: data, parentDataProperty: "Credentials", rootData }) || (vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors), errors = vErrors.length)), data.InputPath !== void 0) {
      let data9 = data.InputPath;
      if (typeof data9 != "string" && data9 !== null) {
        let err17 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema11.properties.InputPath.type } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data10 = data.OutputPath;
      if (typeof data10 != "string" && data10 !== null) {
        let err18 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema11.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.ResultSelector !== void 0) {
      let data11 = data.ResultSelector;
      if (!(data11 && typeof data11 == "object" && !Array.isArray(data11))) {
        let err19 = { instancePath: instancePath + "/ResultSelector", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.ResultPath !== void 0) {
      let data12 = data.ResultPath;
      if (typeof data12 != "string" && data12 !== null) {
        let err20 = { instancePath: instancePath + "/ResultPath", keyword: "type", params: { type: schema11.properties.ResultPath.type } };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data13 = data.Assign;
      if (!(data13 && typeof data13 == "object" && !Array.isArray(data13))) {
        let err21 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.Retry !== void 0) {
      let data14 = data.Retry;
      if (Array.isArray(data14)) {
        let len0 = data14.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate30(data14[i0], { instancePath: instancePath + "/Retry/" + i0, parentData: data14, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err22 = { instancePath: instancePath + "/Retry", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.Catch !== void 0) {
      let data16 = data.Catch;
      if (Array.isArray(data16)) {
        let len1 = data16.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate32(data16[i1], { instancePath: instancePath + "/Catch/" + i1, parentData: data16, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length);
      } else {
        let err23 = { instancePath: instancePath + "/Catch", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err24 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err25 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err26 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
    }
    let count1 = 0;
    if (data.TimeoutSeconds !== void 0 && count1++, data.TimeoutSecondsPath !== void 0 && count1++, count1 < 0 || count1 > 1) {
      let err27 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
    let count2 = 0;
    if (data.HeartbeatSeconds !== void 0 && count2++, data.HeartbeatSecondsPath !== void 0 && count2++, count2 < 0 || count2 > 1) {
      let err28 = { instancePath, keyword: "groups", params: { group: 2, count: count2 } };
      vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
    }
  } else {
    let err29 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
var schema15 = { type: "object", properties: { Type: { type: "string", const: "Pass" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Result: {}, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] }, Parameters: {}, ResultPath: { type: ["string", "null"] }, Assign: { type: "object" }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }], $id: "/JSONPath/pass" };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema15.properties, key0)) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Pass") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Pass" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema15.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.InputPath !== void 0) {
      let data3 = data.InputPath;
      if (typeof data3 != "string" && data3 !== null) {
        let err7 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema15.properties.InputPath.type } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data4 = data.OutputPath;
      if (typeof data4 != "string" && data4 !== null) {
        let err8 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema15.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.ResultPath !== void 0) {
      let data5 = data.ResultPath;
      if (typeof data5 != "string" && data5 !== null) {
        let err9 = { instancePath: instancePath + "/ResultPath", keyword: "type", params: { type: schema15.properties.ResultPath.type } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data6 = data.Assign;
      if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
        let err10 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err11 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err12 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err13 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
  } else {
    let err14 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate34.errors = vErrors, errors === 0;
}
var schema16 = { type: "object", properties: { Type: { type: "string", const: "Choice" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Choices: { type: "array", minItems: 1, items: { $ref: "/JSONPath/choice-rule" } }, Default: { type: "string" }, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] }, Assign: { type: "object" } }, additionalProperties: !1, required: ["Type", "Choices"], groups: [], $id: "/JSONPath/choice" }, schema17 = { type: "object", properties: { Variable: { type: "string" }, StringEquals: { type: "string" }, StringEqualsPath: { type: "string" }, StringLessThan: { type: "string" }, StringLessThanPath: { type: "string" }, StringGreaterThan: { type: "string" }, StringGreaterThanPath: { type: "string" }, StringLessThanEquals: { type: "string" }, StringLessThanEqualsPath: { type: "string" }, StringGreaterThanEquals: { type: "string" }, StringGreaterThanEqualsPath: { type: "string" }, StringMatches: { type: "string" }, NumericEquals: { type: "number" }, NumericEqualsPath: { type: "string" }, NumericLessThan: { type: "number" }, NumericLessThanPath: { type: "string" }, NumericGreaterThan: { type: "number" }, NumericGreaterThanPath: { type: "string" }, NumericLessThanEquals: { type: "number" }, NumericLessThanEqualsPath: { type: "string" }, NumericGreaterThanEquals: { type: "number" }, NumericGreaterThanEqualsPath: { type: "string" }, BooleanEquals: { type: "boolean" }, BooleanEqualsPath: { type: "string" }, TimestampEquals: { type: "string", format: "rfc3339" }, TimestampEqualsPath: { type: "string" }, TimestampLessThan: { type: "string", format: "rfc3339" }, TimestampLessThanPath: { type: "string" }, TimestampGreaterThan: { type: "string", format: "rfc3339" }, TimestampGreaterThanPath: { type: "string" }, TimestampLessThanEquals: { type: "string", format: "rfc3339" }, TimestampLessThanEqualsPath: { type: "string" }, TimestampGreaterThanEquals: { type: "string", format: "rfc3339" }, TimestampGreaterThanEqualsPath: { type: "string" }, IsNull: { type: "boolean" }, IsPresent: { type: "boolean" }, IsNumeric: { type: "boolean" }, IsString: { type: "boolean" }, IsBoolean: { type: "boolean" }, IsTimestamp: { type: "boolean" }, And: { type: "array", minItems: 1, items: { $ref: "/JSONPath/nested-choice-rule" } }, Or: { type: "array", minItems: 1, items: { $ref: "/JSONPath/nested-choice-rule" } }, Not: { $ref: "/JSONPath/nested-choice-rule" }, Next: { type: "string" }, Assign: { type: "object" }, Comment: { type: "string" } }, additionalProperties: !1, required: ["Next"], groups: [{ fields: ["StringEquals", "StringEqualsPath", "StringLessThan", "StringLessThanPath", "StringGreaterThan", "StringGreaterThanPath", "StringLessThanEquals", "StringLessThanEqualsPath", "StringGreaterThanEquals", "StringGreaterThanEqualsPath", "StringMatches", "NumericEquals", "NumericEqualsPath", "NumericLessThan", "NumericLessThanPath", "NumericGreaterThan", "NumericGreaterThanPath", "NumericLessThanEquals", "NumericLessThanEqualsPath", "NumericGreaterThanEquals", "NumericGreaterThanEqualsPath", "BooleanEquals", "BooleanEqualsPath", "TimestampEquals", "TimestampEqualsPath", "TimestampLessThan", "TimestampLessThanPath", "TimestampGreaterThan", "TimestampGreaterThanPath", "TimestampLessThanEquals", "TimestampLessThanEqualsPath", "TimestampGreaterThanEquals", "TimestampGreaterThanEqualsPath", "IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp", "And", "Or", "Not"], min: 1, max: 1, unlessFalse: !1 }], requiredUnless: [{ field: "Variable", unless: ["And", "Or", "Not"] }], $id: "/JSONPath/choice-rule" }, formats0 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/, schema18 = { type: "object", properties: { Variable: { type: "string" }, StringEquals: { type: "string" }, StringEqualsPath: { type: "string" }, StringLessThan: { type: "string" }, StringLessThanPath: { type: "string" }, StringGreaterThan: { type: "string" }, StringGreaterThanPath: { type: "string" }, StringLessThanEquals: { type: "string" }, StringLessThanEqualsPath: { type: "string" }, StringGreaterThanEquals: { type: "string" }, StringGreaterThanEqualsPath: { type: "string" }, StringMatches: { type: "string" }, NumericEquals: { type: "number" }, NumericEqualsPath: { type: "string" }, NumericLessThan: { type: "number" }, NumericLessThanPath: { type: "string" }, NumericGreaterThan: { type: "number" }, NumericGreaterThanPath: { type: "string" }, NumericLessThanEquals: { type: "number" }, NumericLessThanEqualsPath: { type: "string" }, NumericGreaterThanEquals: { type: "number" }, NumericGreaterThanEqualsPath: { type: "string" }, BooleanEquals: { type: "boolean" }, BooleanEqualsPath: { type: "string" }, TimestampEquals: { type: "string", format: "rfc3339" }, TimestampEqualsPath: { type: "string" }, TimestampLessThan: { type: "string", format: "rfc3339" }, TimestampLessThanPath: { type: "string" }, TimestampGreaterThan: { type: "string", format: "rfc3339" }, TimestampGreaterThanPath: { type: "string" }, TimestampLessThanEquals: { type: "string", format: "rfc3339" }, TimestampLessThanEqualsPath: { type: "string" }, TimestampGreaterThanEquals: { type: "string", format: "rfc3339" }, TimestampGreaterThanEqualsPath: { type: "string" }, IsNull: { type: "boolean" }, IsPresent: { type: "boolean" }, IsNumeric: { type: "boolean" }, IsString: { type: "boolean" }, IsBoolean: { type: "boolean" }, IsTimestamp: { type: "boolean" }, And: { type: "array", minItems: 1, items: { $ref: "/JSONPath/nested-choice-rule" } }, Or: { type: "array", minItems: 1, items: { $ref: "/JSONPath/nested-choice-rule" } }, Not: { $ref: "/JSONPath/nested-choice-rule" }, Comment: { type: "string" } }, additionalProperties: !1, required: [], groups: [{ fields: ["StringEquals", "StringEqualsPath", "StringLessThan", "StringLessThanPath", "StringGreaterThan", "StringGreaterThanPath", "StringLessThanEquals", "StringLessThanEqualsPath", "StringGreaterThanEquals", "StringGreaterThanEqualsPath", "StringMatches", "NumericEquals", "NumericEqualsPath", "NumericLessThan", "NumericLessThanPath", "NumericGreaterThan", "NumericGreaterThanPath", "NumericLessThanEquals", "NumericLessThanEqualsPath", "NumericGreaterThanEquals", "NumericGreaterThanEqualsPath", "BooleanEquals", "BooleanEqualsPath", "TimestampEquals", "TimestampEqualsPath", "TimestampLessThan", "TimestampLessThanPath", "TimestampGreaterThan", "TimestampGreaterThanPath", "TimestampLessThanEquals", "TimestampLessThanEqualsPath", "TimestampGreaterThanEquals", "TimestampGreaterThanEqualsPath", "IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp", "And", "Or", "Not"], min: 1, max: 1, unlessFalse: !1 }], requiredUnless: [{ field: "Variable", unless: ["And", "Or", "Not"] }], $id: "/JSONPath/nested-choice-rule" }, wrapper0 = { validate: validate37 };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func2.call(schema18.properties, key0)) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.Variable !== void 0 && typeof data.Variable != "string") {
      let err1 = { instancePath: instancePath + "/Variable", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.StringEquals !== void 0 && typeof data.StringEquals != "string") {
      let err2 = { instancePath: instancePath + "/StringEquals", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.StringEqualsPath !== void 0 && typeof data.StringEqualsPath != "string") {
      let err3 = { instancePath: instancePath + "/StringEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.StringLessThan !== void 0 && typeof data.StringLessThan != "string") {
      let err4 = { instancePath: instancePath + "/StringLessThan", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.StringLessThanPath !== void 0 && typeof data.StringLessThanPath != "string") {
      let err5 = { instancePath: instancePath + "/StringLessThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.StringGreaterThan !== void 0 && typeof data.StringGreaterThan != "string") {
      let err6 = { instancePath: instancePath + "/StringGreaterThan", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.StringGreaterThanPath !== void 0 && typeof data.StringGreaterThanPath != "string") {
      let err7 = { instancePath: instancePath + "/StringGreaterThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.StringLessThanEquals !== void 0 && typeof data.StringLessThanEquals != "string") {
      let err8 = { instancePath: instancePath + "/StringLessThanEquals", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.StringLessThanEqualsPath !== void 0 && typeof data.StringLessThanEqualsPath != "string") {
      let err9 = { instancePath: instancePath + "/StringLessThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.StringGreaterThanEquals !== void 0 && typeof data.StringGreaterThanEquals != "string") {
      let err10 = { instancePath: instancePath + "/StringGreaterThanEquals", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.StringGreaterThanEqualsPath !== void 0 && typeof data.StringGreaterThanEqualsPath != "string") {
      let err11 = { instancePath: instancePath + "/StringGreaterThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.StringMatches !== void 0 && typeof data.StringMatches != "string") {
      let err12 = { instancePath: instancePath + "/StringMatches", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.NumericEquals !== void 0) {
      let data12 = data.NumericEquals;
      if (!(typeof data12 == "number" && isFinite(data12))) {
        let err13 = { instancePath: instancePath + "/NumericEquals", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.NumericEqualsPath !== void 0 && typeof data.NumericEqualsPath != "string") {
      let err14 = { instancePath: instancePath + "/NumericEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.NumericLessThan !== void 0) {
      let data14 = data.NumericLessThan;
      if (!(typeof data14 == "number" && isFinite(data14))) {
        let err15 = { instancePath: instancePath + "/NumericLessThan", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.NumericLessThanPath !== void 0 && typeof data.NumericLessThanPath != "string") {
      let err16 = { instancePath: instancePath + "/NumericLessThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.NumericGreaterThan !== void 0) {
      let data16 = data.NumericGreaterThan;
      if (!(typeof data16 == "number" && isFinite(data16))) {
        let err17 = { instancePath: instancePath + "/NumericGreaterThan", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.NumericGreaterThanPath !== void 0 && typeof data.NumericGreaterThanPath != "string") {
      let err18 = { instancePath: instancePath + "/NumericGreaterThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.NumericLessThanEquals !== void 0) {
      let data18 = data.NumericLessThanEquals;
      if (!(typeof data18 == "number" && isFinite(data18))) {
        let err19 = { instancePath: instancePath + "/NumericLessThanEquals", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.NumericLessThanEqualsPath !== void 0 && typeof data.NumericLessThanEqualsPath != "string") {
      let err20 = { instancePath: instancePath + "/NumericLessThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.NumericGreaterThanEquals !== void 0) {
      let data20 = data.NumericGreaterThanEquals;
      if (!(typeof data20 == "number" && isFinite(data20))) {
        let err21 = { instancePath: instancePath + "/NumericGreaterThanEquals", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.NumericGreaterThanEqualsPath !== void 0 && typeof data.NumericGreaterThanEqualsPath != "string") {
      let err22 = { instancePath: instancePath + "/NumericGreaterThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
    }
    if (data.BooleanEquals !== void 0 && typeof data.BooleanEquals != "boolean") {
      let err23 = { instancePath: instancePath + "/BooleanEquals", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.BooleanEqualsPath !== void 0 && typeof data.BooleanEqualsPath != "string") {
      let err24 = { instancePath: instancePath + "/BooleanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.TimestampEquals !== void 0) {
      let data24 = data.TimestampEquals;
      if (typeof data24 == "string") {
        if (!formats0.test(data24)) {
          let err25 = { instancePath: instancePath + "/TimestampEquals", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
        }
      } else {
        let err26 = { instancePath: instancePath + "/TimestampEquals", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
    }
    if (data.TimestampEqualsPath !== void 0 && typeof data.TimestampEqualsPath != "string") {
      let err27 = { instancePath: instancePath + "/TimestampEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
    if (data.TimestampLessThan !== void 0) {
      let data26 = data.TimestampLessThan;
      if (typeof data26 == "string") {
        if (!formats0.test(data26)) {
          let err28 = { instancePath: instancePath + "/TimestampLessThan", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
      } else {
        let err29 = { instancePath: instancePath + "/TimestampLessThan", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
    }
    if (data.TimestampLessThanPath !== void 0 && typeof data.TimestampLessThanPath != "string") {
      let err30 = { instancePath: instancePath + "/TimestampLessThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
    }
    if (data.TimestampGreaterThan !== void 0) {
      let data28 = data.TimestampGreaterThan;
      if (typeof data28 == "string") {
        if (!formats0.test(data28)) {
          let err31 = { instancePath: instancePath + "/TimestampGreaterThan", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
      } else {
        let err32 = { instancePath: instancePath + "/TimestampGreaterThan", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.TimestampGreaterThanPath !== void 0 && typeof data.TimestampGreaterThanPath != "string") {
      let err33 = { instancePath: instancePath + "/TimestampGreaterThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
    }
    if (data.TimestampLessThanEquals !== void 0) {
      let data30 = data.TimestampLessThanEquals;
      if (typeof data30 == "string") {
        if (!formats0.test(data30)) {
          let err34 = { instancePath: instancePath + "/TimestampLessThanEquals", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
        }
      } else {
        let err35 = { instancePath: instancePath + "/TimestampLessThanEquals", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.TimestampLessThanEqualsPath !== void 0 && typeof data.TimestampLessThanEqualsPath != "string") {
      let err36 = { instancePath: instancePath + "/TimestampLessThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
    }
    if (data.TimestampGreaterThanEquals !== void 0) {
      let data32 = data.TimestampGreaterThanEquals;
      if (typeof data32 == "string") {
        if (!formats0.test(data32)) {
          let err37 = { instancePath: instancePath + "/TimestampGreaterThanEquals", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
        }
      } else {
        let err38 = { instancePath: instancePath + "/TimestampGreaterThanEquals", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.TimestampGreaterThanEqualsPath !== void 0 && typeof data.TimestampGreaterThanEqualsPath != "string") {
      let err39 = { instancePath: instancePath + "/TimestampGreaterThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
    }
    if (data.IsNull !== void 0 && typeof data.IsNull != "boolean") {
      let err40 = { instancePath: instancePath + "/IsNull", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
    }
    if (data.IsPresent !== void 0 && typeof data.IsPresent != "boolean") {
      let err41 = { instancePath: instancePath + "/IsPresent", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
    }
    if (data.IsNumeric !== void 0 && typeof data.IsNumeric != "boolean") {
      let err42 = { instancePath: instancePath + "/IsNumeric", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
    }
    if (data.IsString !== void 0 && typeof data.IsString != "boolean") {
      let err43 = { instancePath: instancePath + "/IsString", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
    }
    if (data.IsBoolean !== void 0 && typeof data.IsBoolean != "boolean") {
      let err44 = { instancePath: instancePath + "/IsBoolean", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
    }
    if (data.IsTimestamp !== void 0 && typeof data.IsTimestamp != "boolean") {
      let err45 = { instancePath: instancePath + "/IsTimestamp", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
    }
    if (data.And !== void 0) {
      let data40 = data.And;
      if (Array.isArray(data40)) {
        if (data40.length < 1) {
          let err46 = { instancePath: instancePath + "/And", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
        }
        let len0 = data40.length;
        for (let i0 = 0; i0 < len0; i0++)
          wrapper0.validate(data40[i0], { instancePath: instancePath + "/And/" + i0, parentData: data40, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length);
      } else {
        let err47 = { instancePath: instancePath + "/And", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
      }
    }
    if (data.Or !== void 0) {
      let data42 = data.Or;
      if (Array.isArray(data42)) {
        if (data42.length < 1) {
          let err48 = { instancePath: instancePath + "/Or", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
        }
        let len1 = data42.length;
        for (let i1 = 0; i1 < len1; i1++)
          wrapper0.validate(data42[i1], { instancePath: instancePath + "/Or/" + i1, parentData: data42, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length);
      } else {
        let err49 = { instancePath: instancePath + "/Or", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
    }
    if (data.Not !== void 0 && (wrapper0.validate(data.Not, { instancePath: instancePath + "/Not", parentData: data, parentDataProperty: "Not", rootData }) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length)), data.Comment !== void 0 && typeof data.Comment != "string") {
      let err50 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
    }
    let count0 = 0;
    if (data.StringEquals !== void 0 && count0++, data.StringEqualsPath !== void 0 && count0++, data.StringLessThan !== void 0 && count0++, data.StringLessThanPath !== void 0 && count0++, data.StringGreaterThan !== void 0 && count0++, data.StringGreaterThanPath !== void 0 && count0++, data.StringLessThanEquals !== void 0 && count0++, data.StringLessThanEqualsPath !== void 0 && count0++, data.StringGreaterThanEquals !== void 0 && count0++, data.StringGreaterThanEqualsPath !== void 0 && count0++, data.StringMatches !== void 0 && count0++, data.NumericEquals !== void 0 && count0++, data.NumericEqualsPath !== void 0 && count0++, data.NumericLessThan !== void 0 && count0++, data.NumericLessThanPath !== void 0 && count0++, data.NumericGreaterThan !== void 0 && count0++, data.NumericGreaterThanPath !== void 0 && count0++, data.NumericLessThanEquals !== void 0 && count0++, data.NumericLessThanEqualsPath !== void 0 && count0++, data.NumericGreaterThanEquals !== void 0 && count0++, data.NumericGreaterThanEqualsPath !== void 0 && count0++, data.BooleanEquals !== void 0 && count0++, data.BooleanEqualsPath !== void 0 && count0++, data.TimestampEquals !== void 0 && count0++, data.TimestampEqualsPath !== void 0 && count0++, data.TimestampLessThan !== void 0 && count0++, data.TimestampLessThanPath !== void 0 && count0++, data.TimestampGreaterThan !== void 0 && count0++, data.TimestampGreaterThanPath !== void 0 && count0++, data.TimestampLessThanEquals !== void 0 && count0++, data.TimestampLessThanEqualsPath !== void 0 && count0++, data.TimestampGreaterThanEquals !== void 0 && count0++, data.TimestampGreaterThanEqualsPath !== void 0 && count0++, data.IsNull !== void 0 && count0++, data.IsPresent !== void 0 && count0++, data.IsNumeric !== void 0 && count0++, data.IsString !== void 0 && count0++, data.IsBoolean !== void 0 && count0++, data.IsTimestamp !== void 0 && count0++, data.And !== void 0 && count0++, data.Or !== void 0 && count0++, data.Not !== void 0 && count0++, count0 < 1 || count0 > 1) {
      let err51 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
    }
    if (data.Variable === void 0 && data.And === void 0 && data.Or === void 0 && data.Not === void 0) {
      let err52 = { instancePath, keyword: "requiredUnless", params: { missingProperty: "Variable" } };
      vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
    }
  } else {
    let err53 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
  }
  return validate37.errors = vErrors, errors === 0;
}
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Next === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Next" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema17.properties, key0)) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Variable !== void 0 && typeof data.Variable != "string") {
      let err2 = { instancePath: instancePath + "/Variable", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.StringEquals !== void 0 && typeof data.StringEquals != "string") {
      let err3 = { instancePath: instancePath + "/StringEquals", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.StringEqualsPath !== void 0 && typeof data.StringEqualsPath != "string") {
      let err4 = { instancePath: instancePath + "/StringEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.StringLessThan !== void 0 && typeof data.StringLessThan != "string") {
      let err5 = { instancePath: instancePath + "/StringLessThan", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.StringLessThanPath !== void 0 && typeof data.StringLessThanPath != "string") {
      let err6 = { instancePath: instancePath + "/StringLessThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.StringGreaterThan !== void 0 && typeof data.StringGreaterThan != "string") {
      let err7 = { instancePath: instancePath + "/StringGreaterThan", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.StringGreaterThanPath !== void 0 && typeof data.StringGreaterThanPath != "string") {
      let err8 = { instancePath: instancePath + "/StringGreaterThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.StringLessThanEquals !== void 0 && typeof data.StringLessThanEquals != "string") {
      let err9 = { instancePath: instancePath + "/StringLessThanEquals", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.StringLessThanEqualsPath !== void 0 && typeof data.StringLessThanEqualsPath != "string") {
      let err10 = { instancePath: instancePath + "/StringLessThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.StringGreaterThanEquals !== void 0 && typeof data.StringGreaterThanEquals != "string") {
      let err11 = { instancePath: instancePath + "/StringGreaterThanEquals", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.StringGreaterThanEqualsPath !== void 0 && typeof data.StringGreaterThanEqualsPath != "string") {
      let err12 = { instancePath: instancePath + "/StringGreaterThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.StringMatches !== void 0 && typeof data.StringMatches != "string") {
      let err13 = { instancePath: instancePath + "/StringMatches", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.NumericEquals !== void 0) {
      let data12 = data.NumericEquals;
      if (!(typeof data12 == "number" && isFinite(data12))) {
        let err14 = { instancePath: instancePath + "/NumericEquals", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.NumericEqualsPath !== void 0 && typeof data.NumericEqualsPath != "string") {
      let err15 = { instancePath: instancePath + "/NumericEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.NumericLessThan !== void 0) {
      let data14 = data.NumericLessThan;
      if (!(typeof data14 == "number" && isFinite(data14))) {
        let err16 = { instancePath: instancePath + "/NumericLessThan", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.NumericLessThanPath !== void 0 && typeof data.NumericLessThanPath != "string") {
      let err17 = { instancePath: instancePath + "/NumericLessThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.NumericGreaterThan !== void 0) {
      let data16 = data.NumericGreaterThan;
      if (!(typeof data16 == "number" && isFinite(data16))) {
        let err18 = { instancePath: instancePath + "/NumericGreaterThan", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.NumericGreaterThanPath !== void 0 && typeof data.NumericGreaterThanPath != "string") {
      let err19 = { instancePath: instancePath + "/NumericGreaterThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.NumericLessThanEquals !== void 0) {
      let data18 = data.NumericLessThanEquals;
      if (!(typeof data18 == "number" && isFinite(data18))) {
        let err20 = { instancePath: instancePath + "/NumericLessThanEquals", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.NumericLessThanEqualsPath !== void 0 && typeof data.NumericLessThanEqualsPath != "string") {
      let err21 = { instancePath: instancePath + "/NumericLessThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.NumericGreaterThanEquals !== void 0) {
      let data20 = data.NumericGreaterThanEquals;
      if (!(typeof data20 == "number" && isFinite(data20))) {
        let err22 = { instancePath: instancePath + "/NumericGreaterThanEquals", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.NumericGreaterThanEqualsPath !== void 0 && typeof data.NumericGreaterThanEqualsPath != "string") {
      let err23 = { instancePath: instancePath + "/NumericGreaterThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.BooleanEquals !== void 0 && typeof data.BooleanEquals != "boolean") {
      let err24 = { instancePath: instancePath + "/BooleanEquals", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.BooleanEqualsPath !== void 0 && typeof data.BooleanEqualsPath != "string") {
      let err25 = { instancePath: instancePath + "/BooleanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
    if (data.TimestampEquals !== void 0) {
      let data24 = data.TimestampEquals;
      if (typeof data24 == "string") {
        if (!formats0.test(data24)) {
          let err26 = { instancePath: instancePath + "/TimestampEquals", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
      } else {
        let err27 = { instancePath: instancePath + "/TimestampEquals", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.TimestampEqualsPath !== void 0 && typeof data.TimestampEqualsPath != "string") {
      let err28 = { instancePath: instancePath + "/TimestampEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
    }
    if (data.TimestampLessThan !== void 0) {
      let data26 = data.TimestampLessThan;
      if (typeof data26 == "string") {
        if (!formats0.test(data26)) {
          let err29 = { instancePath: instancePath + "/TimestampLessThan", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
      } else {
        let err30 = { instancePath: instancePath + "/TimestampLessThan", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.TimestampLessThanPath !== void 0 && typeof data.TimestampLessThanPath != "string") {
      let err31 = { instancePath: instancePath + "/TimestampLessThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
    }
    if (data.TimestampGreaterThan !== void 0) {
      let data28 = data.TimestampGreaterThan;
      if (typeof data28 == "string") {
        if (!formats0.test(data28)) {
          let err32 = { instancePath: instancePath + "/TimestampGreaterThan", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
      } else {
        let err33 = { instancePath: instancePath + "/TimestampGreaterThan", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.TimestampGreaterThanPath !== void 0 && typeof data.TimestampGreaterThanPath != "string") {
      let err34 = { instancePath: instancePath + "/TimestampGreaterThanPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
    }
    if (data.TimestampLessThanEquals !== void 0) {
      let data30 = data.TimestampLessThanEquals;
      if (typeof data30 == "string") {
        if (!formats0.test(data30)) {
          let err35 = { instancePath: instancePath + "/TimestampLessThanEquals", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
      } else {
        let err36 = { instancePath: instancePath + "/TimestampLessThanEquals", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
    }
    if (data.TimestampLessThanEqualsPath !== void 0 && typeof data.TimestampLessThanEqualsPath != "string") {
      let err37 = { instancePath: instancePath + "/TimestampLessThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
    }
    if (data.TimestampGreaterThanEquals !== void 0) {
      let data32 = data.TimestampGreaterThanEquals;
      if (typeof data32 == "string") {
        if (!formats0.test(data32)) {
          let err38 = { instancePath: instancePath + "/TimestampGreaterThanEquals", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
        }
      } else {
        let err39 = { instancePath: instancePath + "/TimestampGreaterThanEquals", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
      }
    }
    if (data.TimestampGreaterThanEqualsPath !== void 0 && typeof data.TimestampGreaterThanEqualsPath != "string") {
      let err40 = { instancePath: instancePath + "/TimestampGreaterThanEqualsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
    }
    if (data.IsNull !== void 0 && typeof data.IsNull != "boolean") {
      let err41 = { instancePath: instancePath + "/IsNull", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
    }
    if (data.IsPresent !== void 0 && typeof data.IsPresent != "boolean") {
      let err42 = { instancePath: instancePath + "/IsPresent", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
    }
    if (data.IsNumeric !== void 0 && typeof data.IsNumeric != "boolean") {
      let err43 = { instancePath: instancePath + "/IsNumeric", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
    }
    if (data.IsString !== void 0 && typeof data.IsString != "boolean") {
      let err44 = { instancePath: instancePath + "/IsString", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
    }
    if (data.IsBoolean !== void 0 && typeof data.IsBoolean != "boolean") {
      let err45 = { instancePath: instancePath + "/IsBoolean", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
    }
    if (data.IsTimestamp !== void 0 && typeof data.IsTimestamp != "boolean") {
      let err46 = { instancePath: instancePath + "/IsTimestamp", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
    }
    if (data.And !== void 0) {
      let data40 = data.And;
      if (Array.isArray(data40)) {
        if (data40.length < 1) {
          let err47 = { instancePath: instancePath + "/And", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
        }
        let len0 = data40.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate37(data40[i0], { instancePath: instancePath + "/And/" + i0, parentData: data40, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
      } else {
        let err48 = { instancePath: instancePath + "/And", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.Or !== void 0) {
      let data42 = data.Or;
      if (Array.isArray(data42)) {
        if (data42.length < 1) {
          let err49 = { instancePath: instancePath + "/Or", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
        }
        let len1 = data42.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate37(data42[i1], { instancePath: instancePath + "/Or/" + i1, parentData: data42, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length);
      } else {
        let err50 = { instancePath: instancePath + "/Or", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
    }
    if (data.Not !== void 0 && (validate37(data.Not, { instancePath: instancePath + "/Not", parentData: data, parentDataProperty: "Not", rootData }) || (vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors), errors = vErrors.length)), data.Next !== void 0 && typeof data.Next != "string") {
      let err51 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
    }
    if (data.Assign !== void 0) {
      let data46 = data.Assign;
      if (!(data46 && typeof data46 == "object" && !Array.isArray(data46))) {
        let err52 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err53 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
    }
    let count0 = 0;
    if (data.StringEquals !== void 0 && count0++, data.StringEqualsPath !== void 0 && count0++, data.StringLessThan !== void 0 && count0++, data.StringLessThanPath !== void 0 && count0++, data.StringGreaterThan !== void 0 && count0++, data.StringGreaterThanPath !== void 0 && count0++, data.StringLessThanEquals !== void 0 && count0++, data.StringLessThanEqualsPath !== void 0 && count0++, data.StringGreaterThanEquals !== void 0 && count0++, data.StringGreaterThanEqualsPath !== void 0 && count0++, data.StringMatches !== void 0 && count0++, data.NumericEquals !== void 0 && count0++, data.NumericEqualsPath !== void 0 && count0++, data.NumericLessThan !== void 0 && count0++, data.NumericLessThanPath !== void 0 && count0++, data.NumericGreaterThan !== void 0 && count0++, data.NumericGreaterThanPath !== void 0 && count0++, data.NumericLessThanEquals !== void 0 && count0++, data.NumericLessThanEqualsPath !== void 0 && count0++, data.NumericGreaterThanEquals !== void 0 && count0++, data.NumericGreaterThanEqualsPath !== void 0 && count0++, data.BooleanEquals !== void 0 && count0++, data.BooleanEqualsPath !== void 0 && count0++, data.TimestampEquals !== void 0 && count0++, data.TimestampEqualsPath !== void 0 && count0++, data.TimestampLessThan !== void 0 && count0++, data.TimestampLessThanPath !== void 0 && count0++, data.TimestampGreaterThan !== void 0 && count0++, data.TimestampGreaterThanPath !== void 0 && count0++, data.TimestampLessThanEquals !== void 0 && count0++, data.TimestampLessThanEqualsPath !== void 0 && count0++, data.TimestampGreaterThanEquals !== void 0 && count0++, data.TimestampGreaterThanEqualsPath !== void 0 && count0++, data.IsNull !== void 0 && count0++, data.IsPresent !== void 0 && count0++, data.IsNumeric !== void 0 && count0++, data.IsString !== void 0 && count0++, data.IsBoolean !== void 0 && count0++, data.IsTimestamp !== void 0 && count0++, data.And !== void 0 && count0++, data.Or !== void 0 && count0++, data.Not !== void 0 && count0++, count0 < 1 || count0 > 1) {
      let err54 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
    }
    if (data.Variable === void 0 && data.And === void 0 && data.Or === void 0 && data.Not === void 0) {
      let err55 = { instancePath, keyword: "requiredUnless", params: { missingProperty: "Variable" } };
      vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
    }
  } else {
    let err56 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Choices === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Choices" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "Choices" || key0 === "Default" || key0 === "InputPath" || key0 === "OutputPath" || key0 === "Assign")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "Choice") {
        let err4 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Choice" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err5 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err7 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema16.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Choices !== void 0) {
      let data3 = data.Choices;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err8 = { instancePath: instancePath + "/Choices", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate36(data3[i0], { instancePath: instancePath + "/Choices/" + i0, parentData: data3, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length);
      } else {
        let err9 = { instancePath: instancePath + "/Choices", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.Default !== void 0 && typeof data.Default != "string") {
      let err10 = { instancePath: instancePath + "/Default", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.InputPath !== void 0) {
      let data6 = data.InputPath;
      if (typeof data6 != "string" && data6 !== null) {
        let err11 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema16.properties.InputPath.type } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data7 = data.OutputPath;
      if (typeof data7 != "string" && data7 !== null) {
        let err12 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema16.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data8 = data.Assign;
      if (!(data8 && typeof data8 == "object" && !Array.isArray(data8))) {
        let err13 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    let err14 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate35.errors = vErrors, errors === 0;
}
var schema19 = { type: "object", properties: { Type: { type: "string", const: "Wait" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Seconds: { type: "integer", minimum: 0, maximum: 99999999 }, SecondsPath: { type: "string" }, Timestamp: { type: "string", format: "rfc3339" }, TimestampPath: { type: "string" }, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] }, Assign: { type: "object" }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }, { fields: ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"], min: 1, max: 1, unlessFalse: !1 }], $id: "/JSONPath/wait" };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema19.properties, key0)) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Wait") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Wait" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema19.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Seconds !== void 0) {
      let data3 = data.Seconds;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        let err7 = { instancePath: instancePath + "/Seconds", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 99999999 || isNaN(data3)) {
          let err8 = { instancePath: instancePath + "/Seconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          let err9 = { instancePath: instancePath + "/Seconds", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    if (data.SecondsPath !== void 0 && typeof data.SecondsPath != "string") {
      let err10 = { instancePath: instancePath + "/SecondsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.Timestamp !== void 0) {
      let data5 = data.Timestamp;
      if (typeof data5 == "string") {
        if (!formats0.test(data5)) {
          let err11 = { instancePath: instancePath + "/Timestamp", keyword: "format", params: { format: "rfc3339" } };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/Timestamp", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.TimestampPath !== void 0 && typeof data.TimestampPath != "string") {
      let err13 = { instancePath: instancePath + "/TimestampPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.InputPath !== void 0) {
      let data7 = data.InputPath;
      if (typeof data7 != "string" && data7 !== null) {
        let err14 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema19.properties.InputPath.type } };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data8 = data.OutputPath;
      if (typeof data8 != "string" && data8 !== null) {
        let err15 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema19.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data9 = data.Assign;
      if (!(data9 && typeof data9 == "object" && !Array.isArray(data9))) {
        let err16 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err17 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err18 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err19 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    let count1 = 0;
    if (data.Seconds !== void 0 && count1++, data.Timestamp !== void 0 && count1++, data.SecondsPath !== void 0 && count1++, data.TimestampPath !== void 0 && count1++, count1 < 1 || count1 > 1) {
      let err20 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
  } else {
    let err21 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate42.errors = vErrors, errors === 0;
}
var schema20 = { type: "object", properties: { Type: { type: "string", const: "Succeed" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] } }, additionalProperties: !1, required: ["Type"], groups: [], $id: "/JSONPath/succeed" };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "InputPath" || key0 === "OutputPath")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Succeed") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Succeed" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema20.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.InputPath !== void 0) {
      let data3 = data.InputPath;
      if (typeof data3 != "string" && data3 !== null) {
        let err7 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema20.properties.InputPath.type } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data4 = data.OutputPath;
      if (typeof data4 != "string" && data4 !== null) {
        let err8 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema20.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate43.errors = vErrors, errors === 0;
}
var schema21 = { type: "object", properties: { Type: { type: "string", const: "Fail" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Error: { type: "string" }, ErrorPath: { type: "string" }, Cause: { type: "string" }, CausePath: { type: "string" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Error", "ErrorPath"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["Cause", "CausePath"], min: 0, max: 1, unlessFalse: !1 }], $id: "/JSONPath/fail" };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "Error" || key0 === "ErrorPath" || key0 === "Cause" || key0 === "CausePath")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Fail") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Fail" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema21.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Error !== void 0 && typeof data.Error != "string") {
      let err7 = { instancePath: instancePath + "/Error", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.ErrorPath !== void 0 && typeof data.ErrorPath != "string") {
      let err8 = { instancePath: instancePath + "/ErrorPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.Cause !== void 0 && typeof data.Cause != "string") {
      let err9 = { instancePath: instancePath + "/Cause", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.CausePath !== void 0 && typeof data.CausePath != "string") {
      let err10 = { instancePath: instancePath + "/CausePath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    let count0 = 0;
    if (data.Error !== void 0 && count0++, data.ErrorPath !== void 0 && count0++, count0 < 0 || count0 > 1) {
      let err11 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    let count1 = 0;
    if (data.Cause !== void 0 && count1++, data.CausePath !== void 0 && count1++, count1 < 0 || count1 > 1) {
      let err12 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
  } else {
    let err13 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate44.errors = vErrors, errors === 0;
}
var schema22 = { type: "object", properties: { Type: { type: "string", const: "Parallel" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Branches: { type: "array", minItems: 1, items: { type: "object" } }, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] }, Parameters: {}, ResultSelector: { type: "object" }, ResultPath: { type: ["string", "null"] }, Assign: { type: "object" }, Retry: { type: "array", items: { $ref: "/retrier" } }, Catch: { type: "array", items: { $ref: "/JSONPath/catcher" } }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type", "Branches"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }], $id: "/JSONPath/parallel" };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Branches === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Branches" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema22.properties, key0)) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "Parallel") {
        let err4 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Parallel" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err5 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err7 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema22.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Branches !== void 0) {
      let data3 = data.Branches;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err8 = { instancePath: instancePath + "/Branches", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
            let err9 = { instancePath: instancePath + "/Branches/" + i0, keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
      } else {
        let err10 = { instancePath: instancePath + "/Branches", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.InputPath !== void 0) {
      let data5 = data.InputPath;
      if (typeof data5 != "string" && data5 !== null) {
        let err11 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema22.properties.InputPath.type } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data6 = data.OutputPath;
      if (typeof data6 != "string" && data6 !== null) {
        let err12 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema22.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.ResultSelector !== void 0) {
      let data7 = data.ResultSelector;
      if (!(data7 && typeof data7 == "object" && !Array.isArray(data7))) {
        let err13 = { instancePath: instancePath + "/ResultSelector", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.ResultPath !== void 0) {
      let data8 = data.ResultPath;
      if (typeof data8 != "string" && data8 !== null) {
        let err14 = { instancePath: instancePath + "/ResultPath", keyword: "type", params: { type: schema22.properties.ResultPath.type } };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data9 = data.Assign;
      if (!(data9 && typeof data9 == "object" && !Array.isArray(data9))) {
        let err15 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.Retry !== void 0) {
      let data10 = data.Retry;
      if (Array.isArray(data10)) {
        let len1 = data10.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate30(data10[i1], { instancePath: instancePath + "/Retry/" + i1, parentData: data10, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err16 = { instancePath: instancePath + "/Retry", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.Catch !== void 0) {
      let data12 = data.Catch;
      if (Array.isArray(data12)) {
        let len2 = data12.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate32(data12[i2], { instancePath: instancePath + "/Catch/" + i2, parentData: data12, parentDataProperty: i2, rootData }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length);
      } else {
        let err17 = { instancePath: instancePath + "/Catch", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err18 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err19 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err20 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
  } else {
    let err21 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate45.errors = vErrors, errors === 0;
}
var schema23 = { type: "object", properties: { Type: { type: "string", const: "Map" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, ItemProcessor: { type: "object" }, Iterator: { type: "object" }, ItemsPath: { type: "string" }, ItemSelector: { type: "object" }, Parameters: {}, MaxConcurrency: { type: "integer", minimum: 0 }, MaxConcurrencyPath: { type: "string" }, ItemReader: { $ref: "/JSONPath/item-reader" }, ItemBatcher: { $ref: "/JSONPath/item-batcher" }, ResultWriter: { $ref: "/JSONPath/result-writer" }, ToleratedFailurePercentage: { type: "number", minimum: 0, maximum: 100 }, ToleratedFailurePercentagePath: { type: "string" }, ToleratedFailureCount: { type: "integer", minimum: 0 }, ToleratedFailureCountPath: { type: "string" }, Label: { type: "string", maxLength: 40 }, InputPath: { type: ["string", "null"] }, OutputPath: { type: ["string", "null"] }, ResultSelector: { type: "object" }, ResultPath: { type: ["string", "null"] }, Assign: { type: "object" }, Retry: { type: "array", items: { $ref: "/retrier" } }, Catch: { type: "array", items: { $ref: "/JSONPath/catcher" } }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }, { fields: ["ItemProcessor", "Iterator"], min: 1, max: 1, unlessFalse: !1 }, { fields: ["ItemSelector", "Parameters"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["MaxConcurrency", "MaxConcurrencyPath"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["ToleratedFailureCount", "ToleratedFailureCountPath"], min: 0, max: 1, unlessFalse: !1 }], allOf: [{ if: { properties: { ItemProcessor: { type: "object", properties: { ProcessorConfig: { type: "object", properties: { Mode: { const: "INLINE" } } } } }, Iterator: { type: "object", properties: { ProcessorConfig: { type: "object", properties: { Mode: { const: "INLINE" } } } } } } }, then: { properties: { ItemReader: !1, ItemBatcher: !1, ResultWriter: !1, ToleratedFailurePercentage: !1, ToleratedFailurePercentagePath: !1, ToleratedFailureCount: !1, ToleratedFailureCountPath: !1, Label: !1 } } }], $id: "/JSONPath/map" }, func10 = require_ucs2length().default;
var schema25 = { type: "object", properties: { InputType: { type: "string", enum: ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"] }, Transformation: { type: "string", enum: ["NONE", "LOAD_AND_FLATTEN"] }, ManifestType: { type: "string", enum: ["ATHENA_DATA", "S3_INVENTORY"] }, CSVHeaderLocation: { type: "string", enum: ["FIRST_ROW", "GIVEN"] }, CSVHeaders: { type: "array", minItems: 1, items: { type: "string" } }, CSVDelimiter: { type: "string", enum: ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"] }, ItemsPointer: { type: "string" }, MaxItems: { type: "integer", minimum: 0, maximum: 1e8 }, MaxItemsPath: { type: "string" } }, additionalProperties: !1, required: [], groups: [{ fields: ["MaxItems", "MaxItemsPath"], min: 0, max: 1, unlessFalse: !1 }], allOf: [{ if: { properties: { CSVHeaderLocation: { const: "GIVEN" } }, required: ["CSVHeaderLocation"] }, then: { required: ["CSVHeaders"] } }], $id: "/JSONPath/reader-config" };
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs2 = errors, valid1 = !0, _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.CSVHeaderLocation === void 0 && (missing0 = "CSVHeaderLocation")) {
      let err0 = {};
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    } else if (data.CSVHeaderLocation !== void 0 && data.CSVHeaderLocation !== "GIVEN") {
      let err1 = {};
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.CSVHeaders === void 0) {
      let err2 = { instancePath, keyword: "required", params: { missingProperty: "CSVHeaders" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    let err3 = { instancePath, keyword: "if", params: { failingKeyword: "then" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func2.call(schema25.properties, key0)) {
        let err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.InputType !== void 0) {
      let data1 = data.InputType;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/InputType", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "CSV" || data1 === "JSON" || data1 === "JSONL" || data1 === "PARQUET" || data1 === "MANIFEST")) {
        let err6 = { instancePath: instancePath + "/InputType", keyword: "enum", params: { allowedValues: schema25.properties.InputType.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Transformation !== void 0) {
      let data2 = data.Transformation;
      if (typeof data2 != "string") {
        let err7 = { instancePath: instancePath + "/Transformation", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (!(data2 === "NONE" || data2 === "LOAD_AND_FLATTEN")) {
        let err8 = { instancePath: instancePath + "/Transformation", keyword: "enum", params: { allowedValues: schema25.properties.Transformation.enum } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.ManifestType !== void 0) {
      let data3 = data.ManifestType;
      if (typeof data3 != "string") {
        let err9 = { instancePath: instancePath + "/ManifestType", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (!(data3 === "ATHENA_DATA" || data3 === "S3_INVENTORY")) {
        let err10 = { instancePath: instancePath + "/ManifestType", keyword: "enum", params: { allowedValues: schema25.properties.ManifestType.enum } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.CSVHeaderLocation !== void 0) {
      let data4 = data.CSVHeaderLocation;
      if (typeof data4 != "string") {
        let err11 = { instancePath: instancePath + "/CSVHeaderLocation", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (!(data4 === "FIRST_ROW" || data4 === "GIVEN")) {
        let err12 = { instancePath: instancePath + "/CSVHeaderLocation", keyword: "enum", params: { allowedValues: schema25.properties.CSVHeaderLocation.enum } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.CSVHeaders !== void 0) {
      let data5 = data.CSVHeaders;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err13 = { instancePath: instancePath + "/CSVHeaders", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        let len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data5[i0] != "string") {
            let err14 = { instancePath: instancePath + "/CSVHeaders/" + i0, keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
      } else {
        let err15 = { instancePath: instancePath + "/CSVHeaders", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.CSVDelimiter !== void 0) {
      let data7 = data.CSVDelimiter;
      if (typeof data7 != "string") {
        let err16 = { instancePath: instancePath + "/CSVDelimiter", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      if (!(data7 === "COMMA" || data7 === "PIPE" || data7 === "SEMICOLON" || data7 === "SPACE" || data7 === "TAB")) {
        let err17 = { instancePath: instancePath + "/CSVDelimiter", keyword: "enum", params: { allowedValues: schema25.properties.CSVDelimiter.enum } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.ItemsPointer !== void 0 && typeof data.ItemsPointer != "string") {
      let err18 = { instancePath: instancePath + "/ItemsPointer", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.MaxItems !== void 0) {
      let data9 = data.MaxItems;
      if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
        let err19 = { instancePath: instancePath + "/MaxItems", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 1e8 || isNaN(data9)) {
          let err20 = { instancePath: instancePath + "/MaxItems", keyword: "maximum", params: { comparison: "<=", limit: 1e8 } };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (data9 < 0 || isNaN(data9)) {
          let err21 = { instancePath: instancePath + "/MaxItems", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
      }
    }
    if (data.MaxItemsPath !== void 0 && typeof data.MaxItemsPath != "string") {
      let err22 = { instancePath: instancePath + "/MaxItemsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
    }
    let count0 = 0;
    if (data.MaxItems !== void 0 && count0++, data.MaxItemsPath !== void 0 && count0++, count0 < 0 || count0 > 1) {
      let err23 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
  } else {
    let err24 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
  }
  return validate50.errors = vErrors, errors === 0;
}
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Resource === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Resource" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Resource" || key0 === "ReaderConfig" || key0 === "Parameters")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Resource !== void 0 && typeof data.Resource != "string") {
      let err2 = { instancePath: instancePath + "/Resource", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.ReaderConfig !== void 0 && (validate50(data.ReaderConfig, { instancePath: instancePath + "/ReaderConfig", parentData: data, parentDataProperty: "ReaderConfig", rootData }) || (vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate49.errors = vErrors, errors === 0;
}
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "MaxItemsPerBatch" || key0 === "MaxItemsPerBatchPath" || key0 === "MaxInputBytesPerBatch" || key0 === "MaxInputBytesPerBatchPath" || key0 === "BatchInput")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.MaxItemsPerBatch !== void 0) {
      let data0 = data.MaxItemsPerBatch;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err1 = { instancePath: instancePath + "/MaxItemsPerBatch", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0) && (data0 < 1 || isNaN(data0))) {
        let err2 = { instancePath: instancePath + "/MaxItemsPerBatch", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.MaxItemsPerBatchPath !== void 0 && typeof data.MaxItemsPerBatchPath != "string") {
      let err3 = { instancePath: instancePath + "/MaxItemsPerBatchPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.MaxInputBytesPerBatch !== void 0) {
      let data2 = data.MaxInputBytesPerBatch;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        let err4 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 262144 || isNaN(data2)) {
          let err5 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "maximum", params: { comparison: "<=", limit: 262144 } };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          let err6 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.MaxInputBytesPerBatchPath !== void 0 && typeof data.MaxInputBytesPerBatchPath != "string") {
      let err7 = { instancePath: instancePath + "/MaxInputBytesPerBatchPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    let count0 = 0;
    if (data.MaxItemsPerBatch !== void 0 && count0++, data.MaxInputBytesPerBatch !== void 0 && count0++, data.MaxItemsPerBatchPath !== void 0 && count0++, data.MaxInputBytesPerBatchPath !== void 0 && count0++, count0 < 1 || count0 > 4) {
      let err8 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    let count1 = 0;
    if (data.MaxItemsPerBatch !== void 0 && count1++, data.MaxItemsPerBatchPath !== void 0 && count1++, count1 < 0 || count1 > 1) {
      let err9 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    let count2 = 0;
    if (data.MaxInputBytesPerBatch !== void 0 && count2++, data.MaxInputBytesPerBatchPath !== void 0 && count2++, count2 < 0 || count2 > 1) {
      let err10 = { instancePath, keyword: "groups", params: { group: 2, count: count2 } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate53.errors = vErrors, errors === 0;
}
var schema28 = { type: "object", properties: { Transformation: { type: "string", enum: ["NONE", "COMPACT", "FLATTEN"] }, OutputType: { type: "string", enum: ["JSON", "JSONL"] } }, additionalProperties: !1, required: [], groups: [], $id: "/writer-config" };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "Transformation" || key0 === "OutputType")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.Transformation !== void 0) {
      let data0 = data.Transformation;
      if (typeof data0 != "string") {
        let err1 = { instancePath: instancePath + "/Transformation", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (!(data0 === "NONE" || data0 === "COMPACT" || data0 === "FLATTEN")) {
        let err2 = { instancePath: instancePath + "/Transformation", keyword: "enum", params: { allowedValues: schema28.properties.Transformation.enum } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.OutputType !== void 0) {
      let data1 = data.OutputType;
      if (typeof data1 != "string") {
        let err3 = { instancePath: instancePath + "/OutputType", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (!(data1 === "JSON" || data1 === "JSONL")) {
        let err4 = { instancePath: instancePath + "/OutputType", keyword: "enum", params: { allowedValues: schema28.properties.OutputType.enum } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    let err5 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate56.errors = vErrors, errors === 0;
}
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "Resource" || key0 === "Parameters" || key0 === "WriterConfig")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.Resource !== void 0 && typeof data.Resource != "string") {
      let err1 = { instancePath: instancePath + "/Resource", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.WriterConfig !== void 0 && (validate56(data.WriterConfig, { instancePath: instancePath + "/WriterConfig", parentData: data, parentDataProperty: "WriterConfig", rootData }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length));
    let count0 = 0;
    if (data.Resource !== void 0 && count0++, data.WriterConfig !== void 0 && count0++, count0 < 1 || count0 > 2) {
      let err2 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate55.errors = vErrors, errors === 0;
}
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs2 = errors, valid1 = !0, _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ItemProcessor !== void 0) {
      let data0 = data.ItemProcessor, _errs4 = errors;
      if (errors === _errs4)
        if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
          if (data0.ProcessorConfig !== void 0) {
            let data1 = data0.ProcessorConfig;
            if (errors === errors)
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                if (data1.Mode !== void 0 && data1.Mode !== "INLINE") {
                  let err0 = {};
                  vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                }
              } else {
                let err1 = {};
                vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
              }
          }
        } else {
          let err2 = {};
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      var valid2 = _errs4 === errors;
    } else
      var valid2 = !0;
    if (valid2)
      if (data.Iterator !== void 0) {
        let data3 = data.Iterator, _errs9 = errors;
        if (errors === _errs9)
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.ProcessorConfig !== void 0) {
              let data4 = data3.ProcessorConfig;
              if (errors === errors)
                if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                  if (data4.Mode !== void 0 && data4.Mode !== "INLINE") {
                    let err3 = {};
                    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                  }
                } else {
                  let err4 = {};
                  vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                }
            }
          } else {
            let err5 = {};
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        var valid2 = _errs9 === errors;
      } else
        var valid2 = !0;
  }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs14 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.ItemReader !== void 0) {
        let err6 = { instancePath: instancePath + "/ItemReader", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (data.ItemBatcher !== void 0) {
        let err7 = { instancePath: instancePath + "/ItemBatcher", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (data.ResultWriter !== void 0) {
        let err8 = { instancePath: instancePath + "/ResultWriter", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (data.ToleratedFailurePercentage !== void 0) {
        let err9 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (data.ToleratedFailurePercentagePath !== void 0) {
        let err10 = { instancePath: instancePath + "/ToleratedFailurePercentagePath", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (data.ToleratedFailureCount !== void 0) {
        let err11 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (data.ToleratedFailureCountPath !== void 0) {
        let err12 = { instancePath: instancePath + "/ToleratedFailureCountPath", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      if (data.Label !== void 0) {
        let err13 = { instancePath: instancePath + "/Label", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    var _valid0 = _errs14 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    let err14 = { instancePath, keyword: "if", params: { failingKeyword: "then" } };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err15 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema23.properties, key0)) {
        let err16 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    if (data.Type !== void 0) {
      let data14 = data.Type;
      if (typeof data14 != "string") {
        let err17 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
      if (data14 !== "Map") {
        let err18 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Map" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err19 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data16 = data.QueryLanguage;
      if (typeof data16 != "string") {
        let err20 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
      if (!(data16 === "JSONPath" || data16 === "JSONata")) {
        let err21 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema23.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.ItemProcessor !== void 0) {
      let data17 = data.ItemProcessor;
      if (!(data17 && typeof data17 == "object" && !Array.isArray(data17))) {
        let err22 = { instancePath: instancePath + "/ItemProcessor", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.Iterator !== void 0) {
      let data18 = data.Iterator;
      if (!(data18 && typeof data18 == "object" && !Array.isArray(data18))) {
        let err23 = { instancePath: instancePath + "/Iterator", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.ItemsPath !== void 0 && typeof data.ItemsPath != "string") {
      let err24 = { instancePath: instancePath + "/ItemsPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.ItemSelector !== void 0) {
      let data20 = data.ItemSelector;
      if (!(data20 && typeof data20 == "object" && !Array.isArray(data20))) {
        let err25 = { instancePath: instancePath + "/ItemSelector", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.MaxConcurrency !== void 0) {
      let data21 = data.MaxConcurrency;
      if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
        let err26 = { instancePath: instancePath + "/MaxConcurrency", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
      if (typeof data21 == "number" && isFinite(data21) && (data21 < 0 || isNaN(data21))) {
        let err27 = { instancePath: instancePath + "/MaxConcurrency", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.MaxConcurrencyPath !== void 0 && typeof data.MaxConcurrencyPath != "string") {
      let err28 = { instancePath: instancePath + "/MaxConcurrencyPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
    }
    if (data.ItemReader !== void 0 && (validate49(data.ItemReader, { instancePath: instancePath + "/ItemReader", parentData: data, parentDataProperty: "ItemReader", rootData }) || (vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors), errors = vErrors.length)), data.ItemBatcher !== void 0 && (validate53(data.ItemBatcher, { instancePath: instancePath + "/ItemBatcher", parentData: data, parentDataProperty: "ItemBatcher", rootData }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length)), data.ResultWriter !== void 0 && (validate55(data.ResultWriter, { instancePath: instancePath + "/ResultWriter", parentData: data, parentDataProperty: "ResultWriter", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length)), data.ToleratedFailurePercentage !== void 0) {
      let data26 = data.ToleratedFailurePercentage;
      if (typeof data26 == "number" && isFinite(data26)) {
        if (data26 > 100 || isNaN(data26)) {
          let err29 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
        if (data26 < 0 || isNaN(data26)) {
          let err30 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
      } else {
        let err31 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "type", params: { type: "number" } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    if (data.ToleratedFailurePercentagePath !== void 0 && typeof data.ToleratedFailurePercentagePath != "string") {
      let err32 = { instancePath: instancePath + "/ToleratedFailurePercentagePath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
    }
    if (data.ToleratedFailureCount !== void 0) {
      let data28 = data.ToleratedFailureCount;
      if (!(typeof data28 == "number" && !(data28 % 1) && !isNaN(data28) && isFinite(data28))) {
        let err33 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
      if (typeof data28 == "number" && isFinite(data28) && (data28 < 0 || isNaN(data28))) {
        let err34 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
    if (data.ToleratedFailureCountPath !== void 0 && typeof data.ToleratedFailureCountPath != "string") {
      let err35 = { instancePath: instancePath + "/ToleratedFailureCountPath", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
    }
    if (data.Label !== void 0) {
      let data30 = data.Label;
      if (typeof data30 == "string") {
        if (func10(data30) > 40) {
          let err36 = { instancePath: instancePath + "/Label", keyword: "maxLength", params: { limit: 40 } };
          vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
        }
      } else {
        let err37 = { instancePath: instancePath + "/Label", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
      }
    }
    if (data.InputPath !== void 0) {
      let data31 = data.InputPath;
      if (typeof data31 != "string" && data31 !== null) {
        let err38 = { instancePath: instancePath + "/InputPath", keyword: "type", params: { type: schema23.properties.InputPath.type } };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.OutputPath !== void 0) {
      let data32 = data.OutputPath;
      if (typeof data32 != "string" && data32 !== null) {
        let err39 = { instancePath: instancePath + "/OutputPath", keyword: "type", params: { type: schema23.properties.OutputPath.type } };
        vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
      }
    }
    if (data.ResultSelector !== void 0) {
      let data33 = data.ResultSelector;
      if (!(data33 && typeof data33 == "object" && !Array.isArray(data33))) {
        let err40 = { instancePath: instancePath + "/ResultSelector", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
      }
    }
    if (data.ResultPath !== void 0) {
      let data34 = data.ResultPath;
      if (typeof data34 != "string" && data34 !== null) {
        let err41 = { instancePath: instancePath + "/ResultPath", keyword: "type", params: { type: schema23.properties.ResultPath.type } };
        vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data35 = data.Assign;
      if (!(data35 && typeof data35 == "object" && !Array.isArray(data35))) {
        let err42 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.Retry !== void 0) {
      let data36 = data.Retry;
      if (Array.isArray(data36)) {
        let len0 = data36.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate30(data36[i0], { instancePath: instancePath + "/Retry/" + i0, parentData: data36, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err43 = { instancePath: instancePath + "/Retry", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
      }
    }
    if (data.Catch !== void 0) {
      let data38 = data.Catch;
      if (Array.isArray(data38)) {
        let len1 = data38.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate32(data38[i1], { instancePath: instancePath + "/Catch/" + i1, parentData: data38, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors), errors = vErrors.length);
      } else {
        let err44 = { instancePath: instancePath + "/Catch", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err45 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err46 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err47 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
    }
    let count1 = 0;
    if (data.ItemProcessor !== void 0 && count1++, data.Iterator !== void 0 && count1++, count1 < 1 || count1 > 1) {
      let err48 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
    }
    let count2 = 0;
    if (data.ItemSelector !== void 0 && count2++, data.Parameters !== void 0 && count2++, count2 < 0 || count2 > 1) {
      let err49 = { instancePath, keyword: "groups", params: { group: 2, count: count2 } };
      vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
    }
    let count3 = 0;
    if (data.MaxConcurrency !== void 0 && count3++, data.MaxConcurrencyPath !== void 0 && count3++, count3 < 0 || count3 > 1) {
      let err50 = { instancePath, keyword: "groups", params: { group: 3, count: count3 } };
      vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
    }
    let count4 = 0;
    if (data.ToleratedFailurePercentage !== void 0 && count4++, data.ToleratedFailurePercentagePath !== void 0 && count4++, count4 < 0 || count4 > 1) {
      let err51 = { instancePath, keyword: "groups", params: { group: 4, count: count4 } };
      vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
    }
    let count5 = 0;
    if (data.ToleratedFailureCount !== void 0 && count5++, data.ToleratedFailureCountPath !== void 0 && count5++, count5 < 0 || count5 > 1) {
      let err52 = { instancePath, keyword: "groups", params: { group: 5, count: count5 } };
      vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
    }
  } else {
    let err53 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
  }
  return validate48.errors = vErrors, errors === 0;
}
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    let tag0 = data.Type;
    if (typeof tag0 == "string")
      if (tag0 === "Task")
        validate27(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors), errors = vErrors.length);
      else if (tag0 === "Pass")
        validate34(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors), errors = vErrors.length);
      else if (tag0 === "Choice")
        validate35(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors), errors = vErrors.length);
      else if (tag0 === "Wait")
        validate42(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors), errors = vErrors.length);
      else if (tag0 === "Succeed")
        validate43(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors), errors = vErrors.length);
      else if (tag0 === "Fail")
        validate44(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors), errors = vErrors.length);
      else if (tag0 === "Parallel")
        validate45(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors), errors = vErrors.length);
      else if (tag0 === "Map")
        validate48(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors), errors = vErrors.length);
      else {
        let err1 = { instancePath, keyword: "discriminator", params: { error: "mapping", tag: "Type", tagValue: tag0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    else {
      let err2 = { instancePath, keyword: "discriminator", params: { error: "tag", tag: "Type", tagValue: tag0 } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
var validateStateJSONata = validate69;
var schema30 = { type: "object", properties: { Type: { type: "string", const: "Task" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Resource: { type: "string" }, TimeoutSeconds: { type: ["integer", "string"], minimum: 1, maximum: 99999999, pattern: "^\\{%[\\s\\S]*%\\}$" }, HeartbeatSeconds: { type: ["integer", "string"], minimum: 1, maximum: 99999999, pattern: "^\\{%[\\s\\S]*%\\}$" }, Credentials: { if: { type: "string" }, then: { pattern: "^\\{%[\\s\\S]*%\\}$" }, else: { $ref: "/JSONata/credentials" } }, Arguments: {}, Output: {}, Assign: { type: "object" }, Retry: { type: "array", items: { $ref: "/retrier" } }, Catch: { type: "array", items: { $ref: "/JSONata/catcher" } }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type", "Resource"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }, { fields: ["TimeoutSeconds"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["HeartbeatSeconds"], min: 0, max: 1, unlessFalse: !1 }], $id: "/JSONata/task" }, pattern0 = new RegExp("^\\{%[\\s\\S]*%\\}$", "u");
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (key0 !== "RoleArn") {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.RoleArn !== void 0 && typeof data.RoleArn != "string") {
      let err1 = { instancePath: instancePath + "/RoleArn", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    let count0 = 0;
    if (data.RoleArn !== void 0 && count0++, count0 < 1 || count0 > 1) {
      let err2 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate71.errors = vErrors, errors === 0;
}
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ErrorEquals === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "ErrorEquals" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Next === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Next" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Assign" || key0 === "ErrorEquals" || key0 === "Next" || key0 === "Output" || key0 === "Comment")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Assign !== void 0) {
      let data0 = data.Assign;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        let err3 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.ErrorEquals !== void 0) {
      let data1 = data.ErrorEquals;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          let err4 = { instancePath: instancePath + "/ErrorEquals", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data1[i0] != "string") {
            let err5 = { instancePath: instancePath + "/ErrorEquals/" + i0, keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
      } else {
        let err6 = { instancePath: instancePath + "/ErrorEquals", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err7 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err8 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
  } else {
    let err9 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate74.errors = vErrors, errors === 0;
}
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Resource === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Resource" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema30.properties, key0)) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "Task") {
        let err4 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Task" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err5 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err7 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema30.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Resource !== void 0 && typeof data.Resource != "string") {
      let err8 = { instancePath: instancePath + "/Resource", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.TimeoutSeconds !== void 0) {
      let data4 = data.TimeoutSeconds;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)) && typeof data4 != "string") {
        let err9 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "type", params: { type: schema30.properties.TimeoutSeconds.type } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 99999999 || isNaN(data4)) {
          let err10 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          let err11 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      }
      if (typeof data4 == "string" && !pattern0.test(data4)) {
        let err12 = { instancePath: instancePath + "/TimeoutSeconds", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.HeartbeatSeconds !== void 0) {
      let data5 = data.HeartbeatSeconds;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5)) && typeof data5 != "string") {
        let err13 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "type", params: { type: schema30.properties.HeartbeatSeconds.type } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 99999999 || isNaN(data5)) {
          let err14 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          let err15 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
      }
      if (typeof data5 == "string" && !pattern0.test(data5)) {
        let err16 = { instancePath: instancePath + "/HeartbeatSeconds", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.Credentials !== void 0) {
      let data6 = data.Credentials, _errs15 = errors, valid1 = !0, _errs16 = errors;
      if (typeof data6 != "string") {
        let err17 = {};
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
      var _valid0 = _errs16 === errors;
      errors = _errs15, vErrors !== null && (_errs15 ? vErrors.length = _errs15 : vErrors = null);
      let ifClause0;
      if (_valid0) {
        let _errs18 = errors;
        if (typeof data6 == "string" && !pattern0.test(data6)) {
          let err18 = { instancePath: instancePath + "/Credentials", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        var _valid0 = _errs18 === errors;
        valid1 = _valid0, ifClause0 = "then";
      } else {
        let _errs19 = errors;
        validate71(data6, { instancePath: instancePath + "/Credentials", parentData: data, parentDataProperty: "Credentials", rootData }) || (vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors), errors = vErrors.length);
        var _valid0 = _errs19 === errors;
        valid1 = _valid0, ifClause0 = "else";
      }
      if (!valid1) {
        let err19 = { instancePath: instancePath + "/Credentials", keyword: "if", params: { failingKeyword: ifClause0 } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data7 = data.Assign;
      if (!(data7 && typeof data7 == "object" && !Array.isArray(data7))) {
        let err20 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.Retry !== void 0) {
      let data8 = data.Retry;
      if (Array.isArray(data8)) {
        let len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate30(data8[i0], { instancePath: instancePath + "/Retry/" + i0, parentData: data8, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err21 = { instancePath: instancePath + "/Retry", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.Catch !== void 0) {
      let data10 = data.Catch;
      if (Array.isArray(data10)) {
        let len1 = data10.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate74(data10[i1], { instancePath: instancePath + "/Catch/" + i1, parentData: data10, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length);
      } else {
        let err22 = { instancePath: instancePath + "/Catch", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err23 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err24 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err25 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
    }
  } else {
    let err26 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
  }
  return validate70.errors = vErrors, errors === 0;
}
var schema33 = { type: "object", properties: { Type: { type: "string", const: "Pass" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Output: {}, Assign: { type: "object" }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }], $id: "/JSONata/pass" };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "Output" || key0 === "Assign" || key0 === "Next" || key0 === "End")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Pass") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Pass" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema33.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data3 = data.Assign;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        let err7 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err8 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err9 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err10 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate76.errors = vErrors, errors === 0;
}
var schema34 = { type: "object", properties: { Type: { type: "string", const: "Choice" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Choices: { type: "array", minItems: 1, items: { $ref: "/JSONata/choice-rule" } }, Default: { type: "string" }, Output: {}, Assign: { type: "object" } }, additionalProperties: !1, required: ["Type", "Choices"], groups: [], $id: "/JSONata/choice" }, schema35 = { type: "object", properties: { Condition: { type: ["boolean", "string"], pattern: "^\\{%[\\s\\S]*%\\}$" }, Next: { type: "string" }, Output: {}, Assign: { type: "object" }, Comment: { type: "string" } }, additionalProperties: !1, required: ["Next", "Condition"], groups: [{ fields: [], min: 0, max: 1, unlessFalse: !1 }], $id: "/JSONata/choice-rule" };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Next === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Next" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Condition === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Condition" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Condition" || key0 === "Next" || key0 === "Output" || key0 === "Assign" || key0 === "Comment")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Condition !== void 0) {
      let data0 = data.Condition;
      if (typeof data0 != "boolean" && typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Condition", keyword: "type", params: { type: schema35.properties.Condition.type } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data0 == "string" && !pattern0.test(data0)) {
        let err4 = { instancePath: instancePath + "/Condition", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err5 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.Assign !== void 0) {
      let data2 = data.Assign;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        let err6 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err7 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
  } else {
    let err8 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate78.errors = vErrors, errors === 0;
}
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Choices === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Choices" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "Choices" || key0 === "Default" || key0 === "Output" || key0 === "Assign")) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "Choice") {
        let err4 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Choice" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err5 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err7 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema34.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Choices !== void 0) {
      let data3 = data.Choices;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err8 = { instancePath: instancePath + "/Choices", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate78(data3[i0], { instancePath: instancePath + "/Choices/" + i0, parentData: data3, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors), errors = vErrors.length);
      } else {
        let err9 = { instancePath: instancePath + "/Choices", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.Default !== void 0 && typeof data.Default != "string") {
      let err10 = { instancePath: instancePath + "/Default", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.Assign !== void 0) {
      let data6 = data.Assign;
      if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
        let err11 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    let err12 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate77.errors = vErrors, errors === 0;
}
var schema36 = { type: "object", properties: { Type: { type: "string", const: "Wait" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Seconds: { type: ["integer", "string"], minimum: 0, maximum: 99999999, pattern: "^\\{%[\\s\\S]*%\\}$" }, Timestamp: { type: "string", format: "rfc3339-or-jsonata" }, Output: {}, Assign: { type: "object" }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }, { fields: ["Seconds", "Timestamp"], min: 1, max: 1, unlessFalse: !1 }], $id: "/JSONata/wait" }, formats22 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$|^\{%[\s\S]*%\}$/;
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema36.properties, key0)) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Wait") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Wait" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema36.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Seconds !== void 0) {
      let data3 = data.Seconds;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)) && typeof data3 != "string") {
        let err7 = { instancePath: instancePath + "/Seconds", keyword: "type", params: { type: schema36.properties.Seconds.type } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 99999999 || isNaN(data3)) {
          let err8 = { instancePath: instancePath + "/Seconds", keyword: "maximum", params: { comparison: "<=", limit: 99999999 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          let err9 = { instancePath: instancePath + "/Seconds", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
      if (typeof data3 == "string" && !pattern0.test(data3)) {
        let err10 = { instancePath: instancePath + "/Seconds", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.Timestamp !== void 0) {
      let data4 = data.Timestamp;
      if (typeof data4 == "string") {
        if (!formats22.test(data4)) {
          let err11 = { instancePath: instancePath + "/Timestamp", keyword: "format", params: { format: "rfc3339-or-jsonata" } };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        let err12 = { instancePath: instancePath + "/Timestamp", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data5 = data.Assign;
      if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
        let err13 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err14 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err15 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err16 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    let count1 = 0;
    if (data.Seconds !== void 0 && count1++, data.Timestamp !== void 0 && count1++, count1 < 1 || count1 > 1) {
      let err17 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
  } else {
    let err18 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate80.errors = vErrors, errors === 0;
}
var schema37 = { type: "object", properties: { Type: { type: "string", const: "Succeed" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Output: {} }, additionalProperties: !1, required: ["Type"], groups: [], $id: "/JSONata/succeed" };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "Output")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Succeed") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Succeed" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema37.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate81.errors = vErrors, errors === 0;
}
var schema38 = { type: "object", properties: { Type: { type: "string", const: "Fail" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Error: { type: "string" }, Cause: { type: "string" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Error"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["Cause"], min: 0, max: 1, unlessFalse: !1 }], $id: "/JSONata/fail" };
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Type" || key0 === "Comment" || key0 === "QueryLanguage" || key0 === "Error" || key0 === "Cause")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== "Fail") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Fail" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err4 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err5 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema38.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Error !== void 0 && typeof data.Error != "string") {
      let err7 = { instancePath: instancePath + "/Error", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.Cause !== void 0 && typeof data.Cause != "string") {
      let err8 = { instancePath: instancePath + "/Cause", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
  } else {
    let err9 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate82.errors = vErrors, errors === 0;
}
var schema39 = { type: "object", properties: { Type: { type: "string", const: "Parallel" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, Branches: { type: "array", minItems: 1, items: { type: "object" } }, Arguments: {}, Output: {}, Assign: { type: "object" }, Retry: { type: "array", items: { $ref: "/retrier" } }, Catch: { type: "array", items: { $ref: "/JSONata/catcher" } }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type", "Branches"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }], $id: "/JSONata/parallel" };
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Branches === void 0) {
      let err1 = { instancePath, keyword: "required", params: { missingProperty: "Branches" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema39.properties, key0)) {
        let err2 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.Type !== void 0) {
      let data0 = data.Type;
      if (typeof data0 != "string") {
        let err3 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data0 !== "Parallel") {
        let err4 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Parallel" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err5 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data2 = data.QueryLanguage;
      if (typeof data2 != "string") {
        let err6 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (!(data2 === "JSONPath" || data2 === "JSONata")) {
        let err7 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema39.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Branches !== void 0) {
      let data3 = data.Branches;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          let err8 = { instancePath: instancePath + "/Branches", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
            let err9 = { instancePath: instancePath + "/Branches/" + i0, keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
      } else {
        let err10 = { instancePath: instancePath + "/Branches", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data5 = data.Assign;
      if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
        let err11 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.Retry !== void 0) {
      let data6 = data.Retry;
      if (Array.isArray(data6)) {
        let len1 = data6.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate30(data6[i1], { instancePath: instancePath + "/Retry/" + i1, parentData: data6, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err12 = { instancePath: instancePath + "/Retry", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.Catch !== void 0) {
      let data8 = data.Catch;
      if (Array.isArray(data8)) {
        let len2 = data8.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate74(data8[i2], { instancePath: instancePath + "/Catch/" + i2, parentData: data8, parentDataProperty: i2, rootData }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length);
      } else {
        let err13 = { instancePath: instancePath + "/Catch", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err14 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err15 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err16 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
  } else {
    let err17 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
  }
  return validate83.errors = vErrors, errors === 0;
}
var schema40 = { type: "object", properties: { Type: { type: "string", const: "Map" }, Comment: { type: "string" }, QueryLanguage: { type: "string", enum: ["JSONPath", "JSONata"] }, ItemProcessor: { type: "object" }, Iterator: { type: "object" }, Items: { type: ["array", "object", "string"], pattern: "^\\{%[\\s\\S]*%\\}$" }, ItemSelector: { type: ["object", "string"], pattern: "^\\{%[\\s\\S]*%\\}$" }, MaxConcurrency: { type: ["integer", "string"], minimum: 0, pattern: "^\\{%[\\s\\S]*%\\}$" }, ItemReader: { $ref: "/JSONata/item-reader" }, ItemBatcher: { $ref: "/JSONata/item-batcher" }, ResultWriter: { $ref: "/JSONata/result-writer" }, ToleratedFailurePercentage: { type: ["number", "string"], minimum: 0, maximum: 100, pattern: "^\\{%[\\s\\S]*%\\}$" }, ToleratedFailureCount: { type: ["integer", "string"], minimum: 0, pattern: "^\\{%[\\s\\S]*%\\}$" }, Label: { type: "string", maxLength: 40 }, Output: {}, Assign: { type: "object" }, Retry: { type: "array", items: { $ref: "/retrier" } }, Catch: { type: "array", items: { $ref: "/JSONata/catcher" } }, Next: { type: "string" }, End: { type: "boolean" } }, additionalProperties: !1, required: ["Type"], groups: [{ fields: ["Next", "End"], min: 1, max: 1, unlessFalse: !0 }, { fields: ["ItemProcessor", "Iterator"], min: 1, max: 1, unlessFalse: !1 }, { fields: ["ItemSelector"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["MaxConcurrency"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["ToleratedFailurePercentage"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["ToleratedFailureCount"], min: 0, max: 1, unlessFalse: !1 }], allOf: [{ if: { properties: { ItemProcessor: { type: "object", properties: { ProcessorConfig: { type: "object", properties: { Mode: { const: "INLINE" } } } } }, Iterator: { type: "object", properties: { ProcessorConfig: { type: "object", properties: { Mode: { const: "INLINE" } } } } } } }, then: { properties: { ItemReader: !1, ItemBatcher: !1, ResultWriter: !1, ToleratedFailurePercentage: !1, ToleratedFailureCount: !1, Label: !1 } } }], $id: "/JSONata/map" };
var schema42 = { type: "object", properties: { InputType: { type: "string", enum: ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"] }, Transformation: { type: "string", enum: ["NONE", "LOAD_AND_FLATTEN"] }, ManifestType: { type: "string", enum: ["ATHENA_DATA", "S3_INVENTORY"] }, CSVHeaderLocation: { type: "string", enum: ["FIRST_ROW", "GIVEN"] }, CSVHeaders: { type: "array", minItems: 1, items: { type: "string" } }, CSVDelimiter: { type: "string", enum: ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"] }, ItemsPointer: { type: "string" }, MaxItems: { type: ["integer", "string"], minimum: 0, maximum: 1e8, pattern: "^\\{%[\\s\\S]*%\\}$" } }, additionalProperties: !1, required: [], groups: [{ fields: ["MaxItems"], min: 0, max: 1, unlessFalse: !1 }], allOf: [{ if: { properties: { CSVHeaderLocation: { const: "GIVEN" } }, required: ["CSVHeaderLocation"] }, then: { required: ["CSVHeaders"] } }], $id: "/JSONata/reader-config" };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs2 = errors, valid1 = !0, _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.CSVHeaderLocation === void 0 && (missing0 = "CSVHeaderLocation")) {
      let err0 = {};
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    } else if (data.CSVHeaderLocation !== void 0 && data.CSVHeaderLocation !== "GIVEN") {
      let err1 = {};
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.CSVHeaders === void 0) {
      let err2 = { instancePath, keyword: "required", params: { missingProperty: "CSVHeaders" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    let err3 = { instancePath, keyword: "if", params: { failingKeyword: "then" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "InputType" || key0 === "Transformation" || key0 === "ManifestType" || key0 === "CSVHeaderLocation" || key0 === "CSVHeaders" || key0 === "CSVDelimiter" || key0 === "ItemsPointer" || key0 === "MaxItems")) {
        let err4 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    if (data.InputType !== void 0) {
      let data1 = data.InputType;
      if (typeof data1 != "string") {
        let err5 = { instancePath: instancePath + "/InputType", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (!(data1 === "CSV" || data1 === "JSON" || data1 === "JSONL" || data1 === "PARQUET" || data1 === "MANIFEST")) {
        let err6 = { instancePath: instancePath + "/InputType", keyword: "enum", params: { allowedValues: schema42.properties.InputType.enum } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Transformation !== void 0) {
      let data2 = data.Transformation;
      if (typeof data2 != "string") {
        let err7 = { instancePath: instancePath + "/Transformation", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (!(data2 === "NONE" || data2 === "LOAD_AND_FLATTEN")) {
        let err8 = { instancePath: instancePath + "/Transformation", keyword: "enum", params: { allowedValues: schema42.properties.Transformation.enum } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.ManifestType !== void 0) {
      let data3 = data.ManifestType;
      if (typeof data3 != "string") {
        let err9 = { instancePath: instancePath + "/ManifestType", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (!(data3 === "ATHENA_DATA" || data3 === "S3_INVENTORY")) {
        let err10 = { instancePath: instancePath + "/ManifestType", keyword: "enum", params: { allowedValues: schema42.properties.ManifestType.enum } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
    if (data.CSVHeaderLocation !== void 0) {
      let data4 = data.CSVHeaderLocation;
      if (typeof data4 != "string") {
        let err11 = { instancePath: instancePath + "/CSVHeaderLocation", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (!(data4 === "FIRST_ROW" || data4 === "GIVEN")) {
        let err12 = { instancePath: instancePath + "/CSVHeaderLocation", keyword: "enum", params: { allowedValues: schema42.properties.CSVHeaderLocation.enum } };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.CSVHeaders !== void 0) {
      let data5 = data.CSVHeaders;
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          let err13 = { instancePath: instancePath + "/CSVHeaders", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        let len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data5[i0] != "string") {
            let err14 = { instancePath: instancePath + "/CSVHeaders/" + i0, keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
      } else {
        let err15 = { instancePath: instancePath + "/CSVHeaders", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.CSVDelimiter !== void 0) {
      let data7 = data.CSVDelimiter;
      if (typeof data7 != "string") {
        let err16 = { instancePath: instancePath + "/CSVDelimiter", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      if (!(data7 === "COMMA" || data7 === "PIPE" || data7 === "SEMICOLON" || data7 === "SPACE" || data7 === "TAB")) {
        let err17 = { instancePath: instancePath + "/CSVDelimiter", keyword: "enum", params: { allowedValues: schema42.properties.CSVDelimiter.enum } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.ItemsPointer !== void 0 && typeof data.ItemsPointer != "string") {
      let err18 = { instancePath: instancePath + "/ItemsPointer", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.MaxItems !== void 0) {
      let data9 = data.MaxItems;
      if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9)) && typeof data9 != "string") {
        let err19 = { instancePath: instancePath + "/MaxItems", keyword: "type", params: { type: schema42.properties.MaxItems.type } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 1e8 || isNaN(data9)) {
          let err20 = { instancePath: instancePath + "/MaxItems", keyword: "maximum", params: { comparison: "<=", limit: 1e8 } };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (data9 < 0 || isNaN(data9)) {
          let err21 = { instancePath: instancePath + "/MaxItems", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
      }
      if (typeof data9 == "string" && !pattern0.test(data9)) {
        let err22 = { instancePath: instancePath + "/MaxItems", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    let err23 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate88.errors = vErrors, errors === 0;
}
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Resource === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Resource" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "Resource" || key0 === "ReaderConfig" || key0 === "Arguments")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.Resource !== void 0 && typeof data.Resource != "string") {
      let err2 = { instancePath: instancePath + "/Resource", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.ReaderConfig !== void 0 && (validate88(data.ReaderConfig, { instancePath: instancePath + "/ReaderConfig", parentData: data, parentDataProperty: "ReaderConfig", rootData }) || (vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors), errors = vErrors.length));
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate87.errors = vErrors, errors === 0;
}
var schema43 = { type: "object", properties: { MaxItemsPerBatch: { type: ["integer", "string"], minimum: 1, pattern: "^\\{%[\\s\\S]*%\\}$" }, MaxInputBytesPerBatch: { type: ["integer", "string"], minimum: 1, maximum: 262144, pattern: "^\\{%[\\s\\S]*%\\}$" }, BatchInput: {} }, additionalProperties: !1, required: [], groups: [{ fields: ["MaxItemsPerBatch", "MaxInputBytesPerBatch"], min: 1, max: 2, unlessFalse: !1 }, { fields: ["MaxItemsPerBatch"], min: 0, max: 1, unlessFalse: !1 }, { fields: ["MaxInputBytesPerBatch"], min: 0, max: 1, unlessFalse: !1 }], $id: "/JSONata/item-batcher" };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "MaxItemsPerBatch" || key0 === "MaxInputBytesPerBatch" || key0 === "BatchInput")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.MaxItemsPerBatch !== void 0) {
      let data0 = data.MaxItemsPerBatch;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)) && typeof data0 != "string") {
        let err1 = { instancePath: instancePath + "/MaxItemsPerBatch", keyword: "type", params: { type: schema43.properties.MaxItemsPerBatch.type } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0) && (data0 < 1 || isNaN(data0))) {
        let err2 = { instancePath: instancePath + "/MaxItemsPerBatch", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (typeof data0 == "string" && !pattern0.test(data0)) {
        let err3 = { instancePath: instancePath + "/MaxItemsPerBatch", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.MaxInputBytesPerBatch !== void 0) {
      let data1 = data.MaxInputBytesPerBatch;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) && typeof data1 != "string") {
        let err4 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "type", params: { type: schema43.properties.MaxInputBytesPerBatch.type } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 262144 || isNaN(data1)) {
          let err5 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "maximum", params: { comparison: "<=", limit: 262144 } };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          let err6 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
      if (typeof data1 == "string" && !pattern0.test(data1)) {
        let err7 = { instancePath: instancePath + "/MaxInputBytesPerBatch", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    let count0 = 0;
    if (data.MaxItemsPerBatch !== void 0 && count0++, data.MaxInputBytesPerBatch !== void 0 && count0++, count0 < 1 || count0 > 2) {
      let err8 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
  } else {
    let err9 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate91.errors = vErrors, errors === 0;
}
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "Resource" || key0 === "Arguments" || key0 === "WriterConfig")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.Resource !== void 0 && typeof data.Resource != "string") {
      let err1 = { instancePath: instancePath + "/Resource", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.WriterConfig !== void 0 && (validate56(data.WriterConfig, { instancePath: instancePath + "/WriterConfig", parentData: data, parentDataProperty: "WriterConfig", rootData }) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length));
    let count0 = 0;
    if (data.Resource !== void 0 && count0++, data.WriterConfig !== void 0 && count0++, count0 < 1 || count0 > 2) {
      let err2 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate93.errors = vErrors, errors === 0;
}
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs2 = errors, valid1 = !0, _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ItemProcessor !== void 0) {
      let data0 = data.ItemProcessor, _errs4 = errors;
      if (errors === _errs4)
        if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
          if (data0.ProcessorConfig !== void 0) {
            let data1 = data0.ProcessorConfig;
            if (errors === errors)
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                if (data1.Mode !== void 0 && data1.Mode !== "INLINE") {
                  let err0 = {};
                  vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                }
              } else {
                let err1 = {};
                vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
              }
          }
        } else {
          let err2 = {};
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      var valid2 = _errs4 === errors;
    } else
      var valid2 = !0;
    if (valid2)
      if (data.Iterator !== void 0) {
        let data3 = data.Iterator, _errs9 = errors;
        if (errors === _errs9)
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.ProcessorConfig !== void 0) {
              let data4 = data3.ProcessorConfig;
              if (errors === errors)
                if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                  if (data4.Mode !== void 0 && data4.Mode !== "INLINE") {
                    let err3 = {};
                    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                  }
                } else {
                  let err4 = {};
                  vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                }
            }
          } else {
            let err5 = {};
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        var valid2 = _errs9 === errors;
      } else
        var valid2 = !0;
  }
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    let _errs14 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.ItemReader !== void 0) {
        let err6 = { instancePath: instancePath + "/ItemReader", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (data.ItemBatcher !== void 0) {
        let err7 = { instancePath: instancePath + "/ItemBatcher", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (data.ResultWriter !== void 0) {
        let err8 = { instancePath: instancePath + "/ResultWriter", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (data.ToleratedFailurePercentage !== void 0) {
        let err9 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (data.ToleratedFailureCount !== void 0) {
        let err10 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (data.Label !== void 0) {
        let err11 = { instancePath: instancePath + "/Label", keyword: "false schema", params: {} };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    var _valid0 = _errs14 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    let err12 = { instancePath, keyword: "if", params: { failingKeyword: "then" } };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err13 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema40.properties, key0)) {
        let err14 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    if (data.Type !== void 0) {
      let data12 = data.Type;
      if (typeof data12 != "string") {
        let err15 = { instancePath: instancePath + "/Type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
      if (data12 !== "Map") {
        let err16 = { instancePath: instancePath + "/Type", keyword: "const", params: { allowedValue: "Map" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    }
    if (data.Comment !== void 0 && typeof data.Comment != "string") {
      let err17 = { instancePath: instancePath + "/Comment", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.QueryLanguage !== void 0) {
      let data14 = data.QueryLanguage;
      if (typeof data14 != "string") {
        let err18 = { instancePath: instancePath + "/QueryLanguage", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      if (!(data14 === "JSONPath" || data14 === "JSONata")) {
        let err19 = { instancePath: instancePath + "/QueryLanguage", keyword: "enum", params: { allowedValues: schema40.properties.QueryLanguage.enum } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.ItemProcessor !== void 0) {
      let data15 = data.ItemProcessor;
      if (!(data15 && typeof data15 == "object" && !Array.isArray(data15))) {
        let err20 = { instancePath: instancePath + "/ItemProcessor", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.Iterator !== void 0) {
      let data16 = data.Iterator;
      if (!(data16 && typeof data16 == "object" && !Array.isArray(data16))) {
        let err21 = { instancePath: instancePath + "/Iterator", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.Items !== void 0) {
      let data17 = data.Items;
      if ((!data17 || typeof data17 != "object") && typeof data17 != "string") {
        let err22 = { instancePath: instancePath + "/Items", keyword: "type", params: { type: schema40.properties.Items.type } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (typeof data17 == "string" && !pattern0.test(data17)) {
        let err23 = { instancePath: instancePath + "/Items", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.ItemSelector !== void 0) {
      let data18 = data.ItemSelector;
      if (!(data18 && typeof data18 == "object" && !Array.isArray(data18)) && typeof data18 != "string") {
        let err24 = { instancePath: instancePath + "/ItemSelector", keyword: "type", params: { type: schema40.properties.ItemSelector.type } };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
      if (typeof data18 == "string" && !pattern0.test(data18)) {
        let err25 = { instancePath: instancePath + "/ItemSelector", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.MaxConcurrency !== void 0) {
      let data19 = data.MaxConcurrency;
      if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19)) && typeof data19 != "string") {
        let err26 = { instancePath: instancePath + "/MaxConcurrency", keyword: "type", params: { type: schema40.properties.MaxConcurrency.type } };
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
      if (typeof data19 == "number" && isFinite(data19) && (data19 < 0 || isNaN(data19))) {
        let err27 = { instancePath: instancePath + "/MaxConcurrency", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
      if (typeof data19 == "string" && !pattern0.test(data19)) {
        let err28 = { instancePath: instancePath + "/MaxConcurrency", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.ItemReader !== void 0 && (validate87(data.ItemReader, { instancePath: instancePath + "/ItemReader", parentData: data, parentDataProperty: "ItemReader", rootData }) || (vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors), errors = vErrors.length)), data.ItemBatcher !== void 0 && (validate91(data.ItemBatcher, { instancePath: instancePath + "/ItemBatcher", parentData: data, parentDataProperty: "ItemBatcher", rootData }) || (vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors), errors = vErrors.length)), data.ResultWriter !== void 0 && (validate93(data.ResultWriter, { instancePath: instancePath + "/ResultWriter", parentData: data, parentDataProperty: "ResultWriter", rootData }) || (vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors), errors = vErrors.length)), data.ToleratedFailurePercentage !== void 0) {
      let data23 = data.ToleratedFailurePercentage;
      if (!(typeof data23 == "number" && isFinite(data23)) && typeof data23 != "string") {
        let err29 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "type", params: { type: schema40.properties.ToleratedFailurePercentage.type } };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
      if (typeof data23 == "number" && isFinite(data23)) {
        if (data23 > 100 || isNaN(data23)) {
          let err30 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data23 < 0 || isNaN(data23)) {
          let err31 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
      }
      if (typeof data23 == "string" && !pattern0.test(data23)) {
        let err32 = { instancePath: instancePath + "/ToleratedFailurePercentage", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.ToleratedFailureCount !== void 0) {
      let data24 = data.ToleratedFailureCount;
      if (!(typeof data24 == "number" && !(data24 % 1) && !isNaN(data24) && isFinite(data24)) && typeof data24 != "string") {
        let err33 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "type", params: { type: schema40.properties.ToleratedFailureCount.type } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
      if (typeof data24 == "number" && isFinite(data24) && (data24 < 0 || isNaN(data24))) {
        let err34 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
      if (typeof data24 == "string" && !pattern0.test(data24)) {
        let err35 = { instancePath: instancePath + "/ToleratedFailureCount", keyword: "pattern", params: { pattern: "^\\{%[\\s\\S]*%\\}$" } };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.Label !== void 0) {
      let data25 = data.Label;
      if (typeof data25 == "string") {
        if (func10(data25) > 40) {
          let err36 = { instancePath: instancePath + "/Label", keyword: "maxLength", params: { limit: 40 } };
          vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
        }
      } else {
        let err37 = { instancePath: instancePath + "/Label", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
      }
    }
    if (data.Assign !== void 0) {
      let data26 = data.Assign;
      if (!(data26 && typeof data26 == "object" && !Array.isArray(data26))) {
        let err38 = { instancePath: instancePath + "/Assign", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.Retry !== void 0) {
      let data27 = data.Retry;
      if (Array.isArray(data27)) {
        let len0 = data27.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate30(data27[i0], { instancePath: instancePath + "/Retry/" + i0, parentData: data27, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors), errors = vErrors.length);
      } else {
        let err39 = { instancePath: instancePath + "/Retry", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
      }
    }
    if (data.Catch !== void 0) {
      let data29 = data.Catch;
      if (Array.isArray(data29)) {
        let len1 = data29.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate74(data29[i1], { instancePath: instancePath + "/Catch/" + i1, parentData: data29, parentDataProperty: i1, rootData }) || (vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors), errors = vErrors.length);
      } else {
        let err40 = { instancePath: instancePath + "/Catch", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
      }
    }
    if (data.Next !== void 0 && typeof data.Next != "string") {
      let err41 = { instancePath: instancePath + "/Next", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
    }
    if (data.End !== void 0 && typeof data.End != "boolean") {
      let err42 = { instancePath: instancePath + "/End", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
    }
    let count0 = 0;
    if (data.Next !== void 0 && data.Next !== !1 && count0++, data.End !== void 0 && data.End !== !1 && count0++, count0 < 1 || count0 > 1) {
      let err43 = { instancePath, keyword: "groups", params: { group: 0, count: count0 } };
      vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
    }
    let count1 = 0;
    if (data.ItemProcessor !== void 0 && count1++, data.Iterator !== void 0 && count1++, count1 < 1 || count1 > 1) {
      let err44 = { instancePath, keyword: "groups", params: { group: 1, count: count1 } };
      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
    }
  } else {
    let err45 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
  }
  return validate86.errors = vErrors, errors === 0;
}
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Type === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "Type" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    let tag0 = data.Type;
    if (typeof tag0 == "string")
      if (tag0 === "Task")
        validate70(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors), errors = vErrors.length);
      else if (tag0 === "Pass")
        validate76(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
      else if (tag0 === "Choice")
        validate77(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors), errors = vErrors.length);
      else if (tag0 === "Wait")
        validate80(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length);
      else if (tag0 === "Succeed")
        validate81(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
      else if (tag0 === "Fail")
        validate82(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors), errors = vErrors.length);
      else if (tag0 === "Parallel")
        validate83(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors), errors = vErrors.length);
      else if (tag0 === "Map")
        validate86(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors), errors = vErrors.length);
      else {
        let err1 = { instancePath, keyword: "discriminator", params: { error: "mapping", tag: "Type", tagValue: tag0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    else {
      let err2 = { instancePath, keyword: "discriminator", params: { error: "tag", tag: "Type", tagValue: tag0 } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    let err3 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate69.errors = vErrors, errors === 0;
}
var validateSampleFile = validate106, schema45 = { type: "object", properties: { FilterPolicyScope: { type: "string", enum: ["MessageAttributes", "MessageBody"] }, messages: { type: "array", items: { $ref: "/sample" } } }, additionalProperties: !1, required: ["messages"], groups: [], $id: "/sample-file" }, schema46 = { type: "object", properties: { name: { type: "string" }, Message: {}, MessageAttributes: { type: "object" }, event: { type: "object" }, matches: { type: ["boolean", "array"], items: { type: "string" } } }, additionalProperties: !1, required: [], groups: [], $id: "/sample" };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!(key0 === "name" || key0 === "Message" || key0 === "MessageAttributes" || key0 === "event" || key0 === "matches")) {
        let err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.name !== void 0 && typeof data.name != "string") {
      let err1 = { instancePath: instancePath + "/name", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.MessageAttributes !== void 0) {
      let data1 = data.MessageAttributes;
      if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
        let err2 = { instancePath: instancePath + "/MessageAttributes", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.event !== void 0) {
      let data2 = data.event;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        let err3 = { instancePath: instancePath + "/event", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.matches !== void 0) {
      let data3 = data.matches;
      if (typeof data3 != "boolean" && !Array.isArray(data3)) {
        let err4 = { instancePath: instancePath + "/matches", keyword: "type", params: { type: schema46.properties.matches.type } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (Array.isArray(data3)) {
        let len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data3[i0] != "string") {
            let err5 = { instancePath: instancePath + "/matches/" + i0, keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
      }
    }
  } else {
    let err6 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate107.errors = vErrors, errors === 0;
}
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.messages === void 0) {
      let err0 = { instancePath, keyword: "required", params: { missingProperty: "messages" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "FilterPolicyScope" || key0 === "messages")) {
        let err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.FilterPolicyScope !== void 0) {
      let data0 = data.FilterPolicyScope;
      if (typeof data0 != "string") {
        let err2 = { instancePath: instancePath + "/FilterPolicyScope", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (!(data0 === "MessageAttributes" || data0 === "MessageBody")) {
        let err3 = { instancePath: instancePath + "/FilterPolicyScope", keyword: "enum", params: { allowedValues: schema45.properties.FilterPolicyScope.enum } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.messages !== void 0) {
      let data1 = data.messages;
      if (Array.isArray(data1)) {
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate107(data1[i0], { instancePath: instancePath + "/messages/" + i0, parentData: data1, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors), errors = vErrors.length);
      } else {
        let err4 = { instancePath: instancePath + "/messages", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    let err5 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate106.errors = vErrors, errors === 0;
}
var validateSample = validate107;
export {
  validateBranch,
  validateItemProcessor,
  validateMachine,
  validateSample,
  validateSampleFile,
  validateStateJSONPath,
  validateStateJSONata
};

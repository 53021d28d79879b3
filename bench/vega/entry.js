// What /explore/ needs of Vega: parsing, scales, axes, marks, and a view that runs without eval.
import { transforms } from "vega-dataflow";
import * as data from "vega-transforms";
import * as encode from "vega-encode";
import * as layout from "vega-view-transforms";

Object.assign(transforms, data, encode, layout);

export { parse } from "vega-parser";
export { View } from "vega-view";
export { expressionInterpreter } from "vega-interpreter";

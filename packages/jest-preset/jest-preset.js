'use strict';

module.exports = require('./dist/preset').preset;

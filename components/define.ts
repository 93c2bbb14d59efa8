import './deadline-list/deadline-list.define.js';
